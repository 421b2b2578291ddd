package dev.nara.search.sampler;

import dev.nara.search.space.Dimension;
import java.util.ArrayList;
import java.util.List;

/** A few values of a dimension: all if it lists them, of continuous ranges at most {@value #MOST}, evenly spread. */
final class GridValues {
    private static final int MOST = 5;

    private GridValues() {}

    /** In their order. */
    static List<String> of(Dimension dimension) {
        if (dimension instanceof Dimension.Listed || dimension.count().orElse(Long.MAX_VALUE) <= MOST) {
            return dimension.values();
        }
        List<String> some = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String value = dimension.at(i / (MOST - 1.0));
            if (!some.contains(value)) {
                some.add(value);
            }
        }
        return some;
    }
}
