package dev.nara.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses between the two forms of a Korean particle, written as 을(를), by whether the word before it ends in a
 * consonant. After a word whose pronunciation is unknown, both forms stay.
 */
final class Particles {
    private static final Pattern PARTICLE = Pattern.compile("(.)(을\\(를\\)|이\\(가\\)|은\\(는\\)|과\\(와\\)|\\(이\\)라는)");
    private static final Map<String, String> AFTER_CONSONANT =
            Map.of("을(를)", "을", "이(가)", "이", "은(는)", "은", "과(와)", "과", "(이)라는", "이라는");
    private static final Map<String, String> AFTER_VOWEL =
            Map.of("을(를)", "를", "이(가)", "가", "은(는)", "는", "과(와)", "와", "(이)라는", "라는");
    private static final String DIGITS_ENDING_IN_A_CONSONANT = "013678";

    private Particles() {}

    static String chosen(String text) {
        Matcher matcher = PARTICLE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String both = matcher.group(2);
            char before = matcher.group(1).charAt(0);
            String form = both;
            if (before >= '가' && before <= '힣') {
                form = ((before - '가') % 28 == 0 ? AFTER_VOWEL : AFTER_CONSONANT).getOrDefault(both, both);
            } else if (before >= '0' && before <= '9') {
                boolean consonant = DIGITS_ENDING_IN_A_CONSONANT.indexOf(before) >= 0;
                form = (consonant ? AFTER_CONSONANT : AFTER_VOWEL).getOrDefault(both, both);
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(matcher.group(1) + form));
        }
        return matcher.appendTail(result).toString();
    }
}
