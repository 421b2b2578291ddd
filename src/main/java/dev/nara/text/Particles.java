package dev.nara.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses between the forms of a Korean particle, written as 을(를), by the final sound of the word before it; closing quotes and brackets
 * are skipped. Words in Latin letters count as commonly read: capitals by their letter names, such as 엔 for N, others as a word, such as 리콜
 * for Recall. After anything else both forms are kept.
 */
final class Particles {
    private static final Pattern PARTICLE =
            Pattern.compile("(?<=\\S)(을\\(를\\)|이\\(가\\)|은\\(는\\)|(?:과\\(와\\)|와\\(과\\))|\\(이\\)라는|\\(으\\)로)");

    /** By the first form: after a consonant, after a vowel, after the consonant ㄹ. */
    private static final Map<String, List<String>> FORMS = Map.of(
            "을(를)", List.of("을", "를", "을"),
            "이(가)", List.of("이", "가", "이"),
            "은(는)", List.of("은", "는", "은"),
            "과(와)", List.of("과", "와", "과"),
            "와(과)", List.of("과", "와", "과"),
            "(이)라는", List.of("이라는", "라는", "이라는"),
            "(으)로", List.of("으로", "로", "로"));

    private static final int CONSONANT = 0;
    private static final int VOWEL = 1;
    private static final int RIEUL = 2;
    private static final int UNKNOWN = -1;

    /** Hangul syllables are coded in groups of 28 by final consonant; ㄹ is the eighth. */
    private static final int ENDS = 28;

    private static final int END_RIEUL = 8;

    private Particles() {}

    static String chosen(String text) {
        Matcher matcher = PARTICLE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String both = matcher.group();
            int sound = sound(text, matcher.start());
            String form = sound == UNKNOWN
                    ? both
                    : FORMS.getOrDefault(both, List.of()).get(sound);
            matcher.appendReplacement(result, Matcher.quoteReplacement(form));
        }
        return matcher.appendTail(result).toString();
    }

    /** The kind of final sound before a position. */
    private static int sound(String text, int place) {
        int end = place;
        while (end > 0 && ")]}\"'”’»›".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0) {
            return UNKNOWN;
        }
        char last = text.charAt(end - 1);
        if (last >= '가' && last <= '힣') {
            int consonant = (last - '가') % ENDS;
            return consonant == 0 ? VOWEL : consonant == END_RIEUL ? RIEUL : CONSONANT;
        } else if (last >= '0' && last <= '9') {
            return "178".indexOf(last) >= 0 ? RIEUL : "036".indexOf(last) >= 0 ? CONSONANT : VOWEL;
        } else if (last == '%') {
            return VOWEL;
        } else if (last >= 'A' && last <= 'Z') {
            return "LR".indexOf(last) >= 0 ? RIEUL : "MN".indexOf(last) >= 0 ? CONSONANT : VOWEL;
        }
        return last >= 'a' && last <= 'z' ? ofWord(last, end > 1 ? text.charAt(end - 2) : ' ') : UNKNOWN;
    }

    /** A word in lower case; a final e after l, m or n is silent. */
    private static int ofWord(char last, char before) {
        char sound = last == 'e' && "lmn".indexOf(before) >= 0 ? before : last;
        if (sound == 'l') {
            return RIEUL;
        }
        return "mnbckpt".indexOf(sound) >= 0 || (sound == 'g' && before == 'n') ? CONSONANT : VOWEL;
    }
}
