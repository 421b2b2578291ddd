package dev.nara.data.read.roles;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges columns by their names, in English, Korean and {@link OtherLanguages}, and in the spellings of public datasets. */
public final class ColumnWords {
    /** The name is no evidence. */
    public static final int NONE = 0;

    /** Possible, if there is no better column. */
    public static final int WEAK = 1;

    /** The name of the role itself. */
    static final int NAMED = 2;

    /** A longer name that ends with such an id. */
    private static final int ENDS = 3;

    /** The id of the role. */
    public static final int ID = 4;

    private static final String ID_WORD =
            "(id|ids|idx|index|no|nr|num|number|code|key|hash|uid|uri|번호|id번호|아이디|코드|" + OtherLanguages.IDS + ")";

    private static final String USERS =
            "(user|users|reviewer|customer|cust|member|visitor|profile|player|listener|viewer|reader"
                    + "|account|person|student|subscriber|client|buyer|consumer|patient|shopper|guest|critic|usr|steam"
                    + "|사용자|이용자|회원|유저|고객|프로필|구매자|주문자|가입자|구독자|방문자|수강생|시청자|독자|청취자|학생|" + OtherLanguages.USERS + ")";

    private static final String ITEMS =
            "(item|items|movie|film|album|product|prod|video|content|contents|book|song|track|artist"
                    + "|anime|manga|article|news|business|venue|poi|place|location|restaurant|recipe|game|app|show|program|programme"
                    + "|goods|stock|gmap|beer|wine|course|lecture|joke|photo|post|job|listing|hotel|merchandise|episode|clip|paper"
                    + "|podcast|playlist|ad|offer|bookmark|website|work|상품|제품|아이템|항목|앨범|영화|콘텐츠|컨텐츠|도서|책|노래|곡|음악|기사|뉴스|게임|가게|매장|식당|강의"
                    + "|작품|프로그램|영상|동영상|비디오|아티스트|만화|애니|" + OtherLanguages.ITEMS + ")";

    /** Words for an id before the name: "id_cliente". */
    private static final String ID_FIRST = "(id|cod|code|codigo|código|codice|код|ид)";

    private static final Pattern USER_ID =
            Pattern.compile(USERS + ID_WORD + "|" + ID_FIRST + USERS + "|uid|userid|userpseudoid|msno|u");
    private static final Pattern USER = Pattern.compile(
            USERS + "(name|nm|login|e?mail|명|이름)?|reviewername|nickname|author(id)?|e?mail|emailaddress|이메일(주소)?");
    private static final Pattern USER_LAST =
            Pattern.compile(USERS + "(" + ID_WORD + "|name|nm|login|e?mail|명|이름)?|nickname|author(id)?");
    private static final Pattern USER_WEAK = Pattern.compile("(session|order|basket|device|cookie|household|세션|주문|기기)"
            + ID_WORD + "?" + "|uuid|distinctid|startid|fromnodeid|displayname|screenname|login");
    private static final Pattern ITEM_ID = Pattern.compile(ITEMS + ID_WORD + "|" + ID_FIRST + ITEMS
            + "|(recording|release|track|artist)m[sb]id|iid|i|asin|parentasin|isbn(10|13)?|sku|ean|upc|gtin");
    private static final Pattern ITEM = Pattern.compile(ITEMS
            + "(url)?|(document|doc|page|feed|sku|adgroup|campaign|question|exercise|problem|story|tweet|repo|repository)"
            + ID_WORD + "|aid");
    private static final Pattern ITEM_WEAK = Pattern.compile(ITEMS
            + "(명|이름|제목|(title|name)(en|kr|ko|jp|cn)?)|(page)?(title|name)(en|kr|ko|jp|cn)?|(page)?url(path)?|reference|제목|(category|brand|genre|target|object)"
            + ID_WORD
            + "?|campaign|adgroup|subreddit|story|question|endid|tonodeid");
    private static final Pattern NUMBER =
            Pattern.compile("rating|score|stars?|count|views|plays|playcount|weight|listens"
                    + "|quantity|qty|hours|ratio|frequency|overall|grade|평점|별점|점수|횟수|수량|평가|" + OtherLanguages.NUMBERS);
    private static final Pattern COUNTER =
            Pattern.compile("|\\d+|unnamed\\d*|index|idx|row|rowid|rownum|rownumber|no|id|seq|번호|순번");
    private static final Pattern EVENT = Pattern.compile(
            "(user)?(event|action|behaviou?r|activity|interaction)s?(type|name|kind)?|이벤트|행동|(이벤트|행동)(유형|종류)");
    private static final List<String> DESCRIBING = List.of(
            "status",
            "state",
            "type",
            "kind",
            "flag",
            "gender",
            "sex",
            "country",
            "city",
            "region",
            "device",
            "platform",
            "channel",
            "currency",
            "language",
            "method",
            "browser",
            "상태",
            "유형",
            "성별",
            "국가",
            "지역",
            "기기");
    private static final List<String> LAST = List.of("id", "code", "name", "asin", "isbn", "sku", "uri");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** What DynamoDB and MongoDB write for the type of a value, what Neo4j does, and Strapi around one. */
    private static final Pattern TYPED = Pattern.compile(
            "(\\.[SN]|(\\.\\$(oid|date|number(Int|Long|Double|Decimal)))+|(?<=[^/]):(ID|int|long|string|float|token))$|\\.data(?=\\.id$)");

    /** Additions to the name of an id that was created anew. */
    private static final Pattern MADE = Pattern.compile(
            "(?i)((^|.*[_ .-])(id|ids|sku|key|code)[_ .-])(clean|hash|hashed|enc|encoded|masked|anon|raw|new)");

    private static final int MOST_WORDS = 3;
    private static final int SHORT = 3;
    private static final Pattern AGAIN = Pattern.compile(" \\(\\d{1,9}\\)\\z");

    private ColumnWords() {}

    /** How strongly a name suggests users. */
    public static int user(String name) {
        String bare = bare(name);
        if (USER_ID.matcher(bare).matches()) {
            return ID;
        }
        if (!USER.matcher(bare).matches()) {
            return ends(name, USER_ID, USER_LAST)
                    ? ENDS
                    : USER_WEAK.matcher(bare).matches() ? WEAK : NONE;
        }
        return NAMED;
    }

    /** How strongly a name suggests items. */
    public static int item(String name) {
        String bare = bare(name);
        if (ITEM_ID.matcher(bare).matches()) {
            return ID;
        }
        if (!ITEM.matcher(bare).matches()) {
            return ends(name, ITEM_ID, ITEM_ID) ? ENDS : ITEM_WEAK.matcher(bare).matches() ? WEAK : NONE;
        }
        return NAMED;
    }

    /** Whether a longer name ends in that of an id, as "click_article_id", "gPlusUserId" and "review_profilename" do. */
    private static boolean ends(String name, Pattern ofTwo, Pattern ofOne) {
        List<String> words = BETWEEN.splitAsStream(untyped(name)).toList();
        int last = words.size() - 1;
        if (last < 1 || (last >= MOST_WORDS && name.strip().indexOf(' ') >= 0)) {
            return false;
        }
        String one = bare(words.get(last));
        return (last > 1 && ofTwo.matcher(bare(words.get(last - 1)) + one).matches())
                || ((one.length() > SHORT || one.equals("sku"))
                        && LAST.stream().anyMatch(one::endsWith)
                        && ofOne.matcher(one).matches());
    }

    /** Whether a name suggests a property of a row, and not an item. */
    static boolean describes(String name) {
        return DESCRIBING.stream().anyMatch(bare(name)::endsWith) || event(name);
    }

    /** Whether a name suggests a rating or a count. */
    static boolean number(String name) {
        return !AGAIN.matcher(name).find()
                && !name.equals("_score")
                && NUMBER.matcher(bare(name)).find();
    }

    /** Whether a name suggests kinds of event. */
    static boolean event(String name) {
        return EVENT.matcher(bare(name)).matches();
    }

    /** Whether a column with that name may only number the rows. */
    public static boolean counter(String name) {
        return COUNTER.matcher(bare(name)).matches();
    }

    /** The name without additions about the storage of values. */
    static String untyped(String name) {
        String bare = TYPED.matcher(name.strip()).replaceAll("");
        Matcher made = MADE.matcher(bare);
        return made.matches() ? made.group(1).replaceFirst("[_ .-]$", "") : bare;
    }

    /** The name in lower case without punctuation; only the last part of names such as "beer/beerId" or "review/userId". */
    private static String bare(String name) {
        String untyped = untyped(name);
        String last = untyped.substring(untyped.lastIndexOf('/') + 1);
        return Normalizer.normalize(last, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
