package dev.nara.data.read.service;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The series an album belongs to, read off its title: what stands before a number of episode ("3화", "12회", "7. "), inside
 * brackets at the beginning, before a dash, or in parentheses at the end.
 */
final class SeriesName {
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("^(.+?)[\\s(\\[<:,-]*(?:제\\s*)?\\d+\\s*(?:화|회|편|강|권|탄)(?:$|[^가-힣].*)"),
            Pattern.compile("^(.+?)\\s+\\d+\\.\\s.+"),
            Pattern.compile("^[\\[［「『](.+?)[\\]］」』].*"),
            Pattern.compile("^(.+?)\\s*[『「].+"),
            Pattern.compile("^(.+?) - .+"),
            Pattern.compile(".+\\((.+)\\)$"));
    private static final Pattern EDGES = Pattern.compile("^[\\[［「『(\\s]+|[\\]］」』)\\s,:-]+$");

    private SeriesName() {}

    /** The name of the series, "" when the title has none of these shapes. */
    static String of(String title) {
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(title);
            if (matcher.matches()) {
                return EDGES.matcher(matcher.group(1)).replaceAll("");
            }
        }
        return "";
    }
}
