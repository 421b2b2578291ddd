package dev.nara.data.service;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The series an album belongs to, read off its title: what stands before "3화", "12회", "제4편" or "시즌 2 5화". */
final class SeriesName {
    private static final Pattern EPISODE =
            Pattern.compile("^(.*?)[\\s(\\[<:,-]*(?:제\\s*)?\\d+\\s*(?:화|회|편|강|권|탄)(?:$|[^가-힣].*)");

    private SeriesName() {}

    /** The name of the series, "" when the title names no episode. */
    static String of(String title) {
        Matcher matcher = EPISODE.matcher(title);
        return matcher.matches() ? matcher.group(1).strip() : "";
    }
}
