package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds items of the catalogue without users. */
final class Unwatched {
    private Unwatched() {}

    static @Nullable Flaw look(Dataset dataset) {
        int[] counts = Rows.countsWithHeldOut(dataset);
        List<String> examples = new ArrayList<>();
        long count = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                count++;
                if (examples.size() < Finding.EXAMPLES) {
                    examples.add(dataset.items().id(i) + " " + dataset.title(i));
                }
            }
        }
        return Flaw.of("unwatched-items", count, examples, () -> Rows.watchedOnly(dataset));
    }
}
