package dev.nara.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Tells whether two items share a genre; items without any share none. */
public final class SharedGenres {
    private final int[][] codes;

    /** For the items of a dataset. */
    public SharedGenres(Dataset dataset) {
        Map<String, Integer> known = new HashMap<>();
        codes = new int[dataset.items().size()][];
        Arrays.setAll(codes, item -> dataset.genres(item).stream()
                .mapToInt(genre -> known.computeIfAbsent(genre, g -> known.size()))
                .toArray());
    }

    /** Whether two items share a genre. */
    public boolean same(int item, int other) {
        for (int a : codes[item]) {
            for (int b : codes[other]) {
                if (a == b) {
                    return true;
                }
            }
        }
        return false;
    }
}
