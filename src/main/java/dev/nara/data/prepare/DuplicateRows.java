package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows of data without times that equal an earlier one in user, item, all numbers and all words. Whether such a row was written twice
 * or happened twice cannot be told.
 */
final class DuplicateRows {
    private DuplicateRows() {}

    static @Nullable Flaw look(Dataset dataset) {
        if (dataset.calendar().kind() != LogCalendar.Kind.LINES) {
            return null;
        }
        Interactions rows = dataset.interactions();
        BitSet repeats = new BitSet(rows.size());
        List<String> examples = new ArrayList<>();
        for (int u = 0; u < rows.users(); u++) {
            Set<List<Number>> seen = new HashSet<>();
            for (int r = rows.start(u); r < rows.end(u); r++) {
                List<Number> row = new ArrayList<>(List.of(rows.item(r)));
                for (String column : rows.columns()) {
                    row.add(rows.number(column, r));
                }
                for (String column : rows.wordColumns()) {
                    row.add(rows.number(column, r));
                }
                if (!seen.add(row)) {
                    repeats.set(r);
                    if (examples.size() < Finding.EXAMPLES) {
                        examples.add(
                                dataset.users().id(u) + ", " + dataset.items().id(rows.item(r)));
                    }
                }
            }
        }
        return Flaw.of(
                "duplicate-rows",
                repeats.cardinality(),
                examples,
                () -> dataset.with(rows.filter((user, row) -> !repeats.get(row))));
    }
}
