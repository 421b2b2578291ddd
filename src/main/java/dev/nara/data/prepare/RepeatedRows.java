package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Log rows that repeat an earlier (user, item, time). */
final class RepeatedRows {
    private RepeatedRows() {}

    static @Nullable Finding check(Dataset dataset) {
        Interactions rows = dataset.interactions();
        long count = 0;
        List<String> examples = new ArrayList<>();
        for (int u = 0; u < rows.users(); u++) {
            for (int r = rows.start(u); r < rows.end(u); r++) {
                if (Rows.repeats(rows, u, r, Rows.Key.TIME)) {
                    count++;
                    if (examples.size() < Finding.EXAMPLES) {
                        examples.add(
                                dataset.users().id(u) + ", " + dataset.items().id(rows.item(r)) + ", "
                                        + (dataset.clock() ? LogTime.toDateTime(rows.time(r)) : rows.time(r)));
                    }
                }
            }
        }
        return Repair.found("repeated-rows", count, examples);
    }
}
