package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Text;
import java.util.List;

/** Holds out the latest item of every user with at least two rows; its earlier rows of that item leave training, too. */
public final class LeaveOneOut implements Splitter {
    @Override
    public String name() {
        return "leave-one-out";
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        if (!argument.isEmpty()) {
            throw new DataException(Text.of("split.argument", name(), argument), Text.of("split.plain.remedy", name()));
        }
        Interactions rows = dataset.interactions();
        int[][] truth = new int[rows.users()][0];
        for (int u = 0; u < truth.length; u++) {
            if (rows.count(u) > 1 && rows.distinctItems(u).length > 1) {
                truth[u] = new int[] {rows.item(rows.end(u) - 1)};
            }
        }
        Interactions train = rows.filter((user, row) -> truth[user].length == 0 || rows.item(row) != truth[user][0]);
        return new Split(name(), train, truth, List.of());
    }
}
