package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A flaw of a dataset, with its repair.
 *
 * @param finding the flaw
 * @param repaired creates the dataset without it
 */
record Flaw(Finding finding, Supplier<Dataset> repaired) {
    /** The flaw removed by the repair with that id; null for a count of 0. */
    static @Nullable Flaw of(String repair, long count, List<String> examples, Supplier<Dataset> repaired) {
        List<String> first = examples.subList(0, Math.min(Finding.EXAMPLES, examples.size()));
        return count == 0 ? null : new Flaw(new Finding(repair, count, first, repair), repaired);
    }
}
