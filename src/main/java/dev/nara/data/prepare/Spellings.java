package dev.nara.data.prepare;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds values of a category that differ only in spaces or case. */
final class Spellings {
    private static final int CATEGORIES = 1000;
    private static final int FEW = 20;

    private Spellings() {}

    /** For each column, the most frequent spelling for each rarer one. */
    private static Map<String, Map<String, String>> spellings(Attributes attributes) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (String column : attributes.names()) {
            if (attributes.isNumeric(column)) {
                continue;
            }
            List<Map.Entry<String, Integer>> counts = attributes.counts(column);
            long values = counts.stream().mapToLong(Map.Entry::getValue).sum();
            // Free text, such as titles, has about as many values as rows.
            if (counts.size() > CATEGORIES || (counts.size() > FEW && 2L * counts.size() > values)) {
                continue;
            }
            Map<String, String> most = new HashMap<>();
            for (Map.Entry<String, Integer> value : counts) {
                String squeezed = value.getKey().replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
                String kept = most.putIfAbsent(squeezed, value.getKey());
                if (kept != null) {
                    all.computeIfAbsent(column, c -> new HashMap<>()).put(value.getKey(), kept);
                }
            }
        }
        return all;
    }

    static @Nullable Flaw look(Dataset dataset) {
        Map<String, Map<String, String>> ofItems = spellings(dataset.itemAttributes());
        Map<String, Map<String, String>> ofUsers = spellings(dataset.userAttributes());
        List<String> examples = new ArrayList<>();
        long count =
                count(dataset.itemAttributes(), ofItems, examples) + count(dataset.userAttributes(), ofUsers, examples);
        return Flaw.of(
                "spelling",
                count,
                examples,
                () -> dataset.with(
                        respelled(dataset.userAttributes(), ofUsers), respelled(dataset.itemAttributes(), ofItems)));
    }

    /** The number of values in a rarer spelling; each pair of spellings becomes an example. */
    private static long count(
            Attributes attributes, Map<String, Map<String, String>> spellings, List<String> examples) {
        long count = 0;
        for (Map.Entry<String, Map<String, String>> column : spellings.entrySet()) {
            Map<String, Integer> counts = new HashMap<>();
            attributes.counts(column.getKey()).forEach(c -> counts.put(c.getKey(), c.getValue()));
            for (Map.Entry<String, String> pair : column.getValue().entrySet()) {
                int rarer = counts.getOrDefault(pair.getKey(), 0);
                count += rarer;
                examples.add(column.getKey() + ": \"" + pair.getKey() + "\" (" + rarer + ") / \"" + pair.getValue()
                        + "\" (" + counts.get(pair.getValue()) + ")");
            }
        }
        return count;
    }

    private static Attributes respelled(Attributes attributes, Map<String, Map<String, String>> spellings) {
        Attributes result = attributes;
        for (Map.Entry<String, Map<String, String>> column : spellings.entrySet()) {
            Map<String, String> pairs = column.getValue();
            result = result.with(column.getKey(), text -> pairs.getOrDefault(text, text));
        }
        return result;
    }
}
