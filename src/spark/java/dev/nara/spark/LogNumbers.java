package dev.nara.spark;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.InteractionsBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renumbers the items and words of a block as in the whole log. */
final class LogNumbers {
    private final Interactions rows;
    private final String[] names;
    private final int[] items;
    /** For each column and each word of the block, its number in the whole log; empty for columns of numbers. */
    private final int[][] words;

    LogNumbers(Dataset block, LogColumns columns, Catalogue whole) {
        rows = block.interactions();
        names = columns.names();
        items = new int[block.items().size()];
        Arrays.setAll(items, i -> whole.indexOf(block.items().id(i)));
        words = new int[names.length][0];
        Map<String, List<String>> known = columns.vocabularies();
        for (int c = 0; c < names.length; c++) {
            if (columns.isWord(c)) {
                words[c] = places(rows.words(names[c]), known.getOrDefault(names[c], List.of()));
            }
        }
    }

    private static int[] places(List<String> some, List<String> all) {
        Map<String, Integer> places = new HashMap<>();
        for (String word : all) {
            places.put(word, places.size());
        }
        return some.stream().mapToInt(word -> places.getOrDefault(word, -1)).toArray();
    }

    Interactions rows() {
        InteractionsBuilder built = new InteractionsBuilder(names);
        float[] numbers = new float[names.length];
        for (int u = 0; u < rows.users(); u++) {
            for (int r = rows.start(u); r < rows.end(u); r++) {
                for (int c = 0; c < numbers.length; c++) {
                    float number = rows.number(names[c], r);
                    numbers[c] = words[c].length == 0 || Float.isNaN(number) ? number : words[c][(int) number];
                }
                built.add(u, items[rows.item(r)], rows.time(r), numbers);
            }
        }
        return built.build(
                rows.users(), rows.items() == 0 ? 0 : Arrays.stream(items).max().orElse(0) + 1);
    }
}
