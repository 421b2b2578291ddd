package dev.nara.data.read.roles;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words for kinds of event in logs of shops, players and communities. */
final class KnownEvents {
    private static final Set<String> WORDS = Set.of(
            "view",
            "views",
            "viewed",
            "pageview",
            "pv",
            "click",
            "clicks",
            "clicked",
            "detail",
            "browse",
            "impression",
            "exposure",
            "show",
            "cart",
            "addtocart",
            "addcart",
            "removefromcart",
            "basket",
            "addtobasket",
            "buy",
            "bought",
            "purchase",
            "purchased",
            "transaction",
            "order",
            "ordered",
            "checkout",
            "pay",
            "paid",
            "sale",
            "refund",
            "return",
            "fav",
            "favorite",
            "favourite",
            "like",
            "liked",
            "dislike",
            "love",
            "wish",
            "wishlist",
            "collect",
            "save",
            "saved",
            "bookmark",
            "share",
            "shared",
            "comment",
            "follow",
            "rate",
            "rated",
            "review",
            "play",
            "played",
            "stream",
            "watch",
            "watched",
            "listen",
            "skip",
            "pause",
            "complete",
            "completed",
            "install",
            "download",
            "search",
            "read",
            "visit",
            "subscribe",
            "조회",
            "클릭",
            "구매",
            "주문",
            "장바구니",
            "찜",
            "좋아요",
            "재생",
            "시청",
            "검색",
            "공유");
    private static final Set<String> ANSWERS = Set.of("true", "false", "yes", "no", "y", "n", "t", "f");
    private static final Pattern OPINIONS = Pattern.compile(
            "(?i)(is_?|has_?)?(lik|lov|click|recommend|watch|purchas|bought|positiv|finish|follow|label|feedback|rating|good).*");
    private static final double MOST = .6;
    private static final int FEW = 20;

    private KnownEvents() {}

    /** Whether a column with the name of an opinion has two answers, such as yes and no. */
    static boolean answers(String name, List<String> cells) {
        Set<String> met = new HashSet<>();
        cells.forEach(cell -> met.add(cell.strip().toLowerCase(Locale.ROOT)));
        met.remove("");
        return met.size() == 2
                && ANSWERS.containsAll(met)
                && OPINIONS.matcher(name).matches();
    }

    /** Whether a column has several of these words, and hardly anything else. */
    static boolean are(List<String> cells) {
        Set<String> met = new HashSet<>();
        for (String cell : cells) {
            String bare = cell.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            if (!bare.isEmpty() && met.add(bare) && met.size() > FEW) {
                return false;
            }
        }
        long known = met.stream().filter(WORDS::contains).count();
        return known > 1 && known >= MOST * met.size();
    }
}
