package dev.nara.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses between singular and plural in English, written as row(s), by the number before it. */
final class Plurals {
    private static final Pattern NOUN =
            Pattern.compile("(\\d[\\d,.]{0,30})( [^\\d()]{0,60}?)?\\b([\\p{L}]{1,30})\\(s\\)");

    private Plurals() {}

    static String chosen(String text) {
        Matcher matcher = NOUN.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String plural = matcher.group(1).equals("1") ? "" : "s";
            String noun = matcher.group().substring(0, matcher.group().length() - "(s)".length());
            matcher.appendReplacement(result, Matcher.quoteReplacement(noun + plural));
        }
        return matcher.appendTail(result).toString();
    }
}
