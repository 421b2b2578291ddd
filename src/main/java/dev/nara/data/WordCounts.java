package dev.nara.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the words of rows. */
public final class WordCounts {
    private WordCounts() {}

    /** The number of rows with each word of a column, most frequent first. */
    public static Map<String, Integer> of(Interactions rows, String column) {
        List<String> words = rows.words(column);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int r = 0; r < rows.size(); r++) {
            float code = rows.number(column, r);
            if (!Float.isNaN(code)) {
                counts.merge(words.get((int) code), 1, Integer::sum);
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(word -> sorted.put(word.getKey(), word.getValue()));
        return sorted;
    }
}
