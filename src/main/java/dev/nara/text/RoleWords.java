package dev.nara.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words for the roles of the data: texts are written for children, albums and views, as in the service's data; for other data they
 * speak of users, items and interactions. The locale carries the choice, so that code that formats a text need not know the data.
 */
public enum RoleWords {
    /** Children, albums and views. */
    SERVICE,
    /** Users, items and interactions. */
    GENERAL;

    private static final char EXTENSION = 'x';
    private static final String GENERAL_ROLES = "roles";
    private static final String SERVICE_ROLES = "service";

    /** Texts for all data, which speak of users; on a screen for the service's data they become children. */
    private static final List<String> OF_ALL = List.of(
            "split.warning.", "split.validation.", "evaluator.short", "candidates.fewer", "train.caption.", "against.");

    /** Texts about the service itself or its sample, and texts in which these words have another meaning. */
    private static final List<String> OF_SERVICE = List.of("menu.", "start.", "tour.", "words.", "finding.");

    /** Texts without any of these are in no need of other words; as data is opened, all texts of the window are looked at. */
    private static final Pattern CLUE = Pattern.compile("hild|lbum|iew|user|User|아이|앨범|시청|사용자");

    /** A word for the service's data and its replacement. */
    private record Word(Pattern of, String general) {
        static Word of(String pattern, String general) {
            return new Word(Pattern.compile(pattern), general);
        }
    }

    private static final List<Word> ENGLISH = List.of(
            Word.of("\\b([Aa])n album", "$1n item"),
            Word.of("\\b([Aa]) view\\b", "$1n interaction"),
            Word.of("\\bchild(?:ren)?(’s|''s)\\b", "user$1"),
            Word.of("\\bChild(?:ren)?(’s|''s)\\b", "User$1"),
            Word.of("\\bchildren\\b", "users"),
            Word.of("\\bChildren\\b", "Users"),
            Word.of("\\bchild\\b", "user"),
            Word.of("\\bChild\\b", "User"),
            Word.of("\\balbum", "item"),
            Word.of("\\bAlbum", "Item"),
            Word.of("\\bview(s?|\\(s\\))(?![\\w])", "interaction$1"),
            Word.of("\\bView(s?|\\(s\\))(?![\\w])", "Interaction$1"));

    /** Each replacement ends in a consonant or vowel like the original, so that particles stay correct. */
    private static final List<Word> ENGLISH_CHILDREN = List.of(
            Word.of("\\busers?\\(s\\)", "children"),
            Word.of("\\busers\\b", "children"),
            Word.of("\\bUsers\\b", "Children"),
            Word.of("\\buser\\b", "child"));

    private static final List<Word> KOREAN_CHILDREN = List.of(Word.of("사용자", "아이"));

    private static final List<Word> KOREAN =
            List.of(Word.of("아이(?!템|콘|디)", "사용자"), Word.of("앨범", "항목"), Word.of("시청(?!자|률| ?비율| ?시간| 종료)", "상호작용"));

    /** The words for data of a format; the service's if it is unknown. */
    public static RoleWords of(String format) {
        return format.isEmpty() || format.equals("service") ? SERVICE : GENERAL;
    }

    /** The locale with these words. */
    public Locale in(Locale language) {
        Locale.Builder builder = new Locale.Builder().setLocale(language);
        return builder.setExtension(EXTENSION, this == GENERAL ? GENERAL_ROLES : null)
                .build();
    }

    /** The same for a screen, on which all texts call the service's users children. */
    public Locale onScreen(Locale language) {
        return this == GENERAL
                ? in(language)
                : new Locale.Builder()
                        .setLocale(language)
                        .setExtension(EXTENSION, SERVICE_ROLES)
                        .build();
    }

    /** The pattern of a text in the words that a locale carries. */
    static String words(String key, String pattern, Locale locale) {
        String roles = locale.getExtension(EXTENSION);
        boolean korean = locale.getLanguage().equals("ko");
        if (GENERAL_ROLES.equals(roles) && OF_SERVICE.stream().noneMatch(key::startsWith)) {
            return replaced(pattern, korean ? KOREAN : ENGLISH);
        }
        return SERVICE_ROLES.equals(roles) && OF_ALL.stream().anyMatch(key::startsWith)
                ? replaced(pattern, korean ? KOREAN_CHILDREN : ENGLISH_CHILDREN)
                : pattern;
    }

    private static String replaced(String pattern, List<Word> words) {
        if (!CLUE.matcher(pattern).find()) {
            return pattern;
        }
        return words.stream()
                .reduce(
                        pattern,
                        (text, word) -> word.of().matcher(text).replaceAll(word.general()),
                        (one, other) -> other);
    }
}
