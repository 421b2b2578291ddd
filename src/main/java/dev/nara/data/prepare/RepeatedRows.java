package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Interactions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds log rows that repeat an earlier (user, item, time). */
final class RepeatedRows {
    private RepeatedRows() {}

    static @Nullable Flaw look(Dataset dataset) {
        Interactions rows = dataset.interactions();
        BitSet repeats = Rows.repeats(dataset, Rows.Key.TIME);
        List<String> examples = new ArrayList<>();
        for (int r = repeats.nextSetBit(0);
                r >= 0 && examples.size() < Finding.EXAMPLES;
                r = repeats.nextSetBit(r + 1)) {
            examples.add(dataset.users().id(rows.userOf(r)) + ", "
                    + dataset.items().id(rows.item(r)) + ", "
                    + dataset.calendar().text(rows.time(r)));
        }
        return Flaw.of(
                "repeated-rows",
                repeats.cardinality(),
                examples,
                () -> dataset.with(rows.filter((user, row) -> !repeats.get(row))));
    }
}
