package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.text.Text;
import java.util.List;

/** The split that came with the files. */
public final class GivenSplit implements Splitter {
    @Override
    public String name() {
        return "given";
    }

    @Override
    public Split split(Dataset dataset, String argument, long seed) throws DataException {
        if (!argument.isEmpty()) {
            throw new DataException(Text.of("split.argument", name(), argument), Text.of("split.plain.remedy", name()));
        }
        GivenTest given = dataset.given();
        if (given == null) {
            throw new DataException(Text.of("split.not.given"), Text.of("split.not.given.remedy"));
        }
        int[][] truth = new int[dataset.users().size()][0];
        for (int u = 0; u < truth.length; u++) {
            if (given.heldOut(u) >= 0) {
                truth[u] = new int[] {given.heldOut(u)};
            }
        }
        return new Split(name(), dataset.interactions(), truth, List.of());
    }
}
