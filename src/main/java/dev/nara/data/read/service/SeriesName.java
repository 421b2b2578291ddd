package dev.nara.data.read.service;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The series an album belongs to, derived from its title: the text before the number of an episode ("3화", "12회", "7. "), in brackets at
 * the beginning, before a dash, or in parentheses at the end. Each form is searched in linear time.
 */
final class SeriesName {
    private static final Pattern EPISODE = Pattern.compile("(?<!\\d)\\d++\\s*+(?:화|회|편|강|권|탄)(?![가-힣])");
    private static final Pattern CHAPTER = Pattern.compile("\\s\\d++\\.\\s.");
    private static final String OPENS = "[［「『(";
    private static final String CLOSES = "]］」』)";
    private static final String QUOTES = "『「";
    private static final String BEFORE_EPISODE = "([<:,-";
    private static final String DASH = " - ";

    private SeriesName() {}

    /** The name of the series, "" if the title has none of these forms. */
    static String of(String title) {
        String before = beforeEpisode(title);
        if (before.isEmpty()) {
            before = beforeMatch(title, CHAPTER);
        }
        if (before.isEmpty()) {
            before = inBrackets(title);
        }
        if (before.isEmpty()) {
            before = beforeQuote(title);
        }
        if (before.isEmpty()) {
            int dash = title.indexOf(DASH, 1);
            before = dash > 0 && dash + DASH.length() < title.length() ? title.substring(0, dash) : "";
        }
        if (before.isEmpty()) {
            before = inParentheses(title);
        }
        return withoutEdges(before);
    }

    private static String beforeMatch(String title, Pattern shape) {
        Matcher matcher = shape.matcher(title);
        return matcher.find(Math.min(1, title.length())) ? title.substring(0, matcher.start()) : "";
    }

    /** The text before the number, without "제", brackets or dashes that connect them. */
    private static String beforeEpisode(String title) {
        String before = beforeMatch(title, EPISODE);
        String stripped = before.stripTrailing();
        String name =
                stripped.length() > 1 && stripped.endsWith("제") ? stripped.substring(0, stripped.length() - 1) : before;
        int end = name.length();
        while (end > 1
                && (Character.isWhitespace(name.charAt(end - 1))
                        || BEFORE_EPISODE.indexOf(name.charAt(end - 1)) >= 0)) {
            end--;
        }
        return name.substring(0, end);
    }

    private static String inBrackets(String title) {
        int close = title.length() < 3 || "[［「『".indexOf(title.charAt(0)) < 0 ? -1 : first(title, "]］」』", 2);
        return close < 0 ? "" : title.substring(1, close);
    }

    private static String beforeQuote(String title) {
        int quote = first(title, QUOTES, 1);
        return quote < 0 || quote + 1 == title.length() ? "" : title.substring(0, quote);
    }

    private static String inParentheses(String title) {
        int open = title.endsWith(")") ? title.lastIndexOf('(', title.length() - 3) : -1;
        return open < 1 ? "" : title.substring(open + 1, title.length() - 1);
    }

    /** The first index, starting from {@code from}, of one of these characters; -1 if there is none. */
    private static int first(String title, String characters, int from) {
        for (int at = from; at < title.length(); at++) {
            if (characters.indexOf(title.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static String withoutEdges(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && (Character.isWhitespace(name.charAt(from)) || OPENS.indexOf(name.charAt(from)) >= 0)) {
            from++;
        }
        while (to > from
                && (Character.isWhitespace(name.charAt(to - 1))
                        || CLOSES.indexOf(name.charAt(to - 1)) >= 0
                        || ",:-".indexOf(name.charAt(to - 1)) >= 0)) {
            to--;
        }
        return name.substring(from, to);
    }
}
