package dev.nara.ui.start;

import dev.nara.data.DataException;
import dev.nara.eval.Protocol;
import dev.nara.run.RunState;
import dev.nara.spec.SplitParts;
import dev.nara.spec.SplitPreview;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.ui.common.Session;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The facts about newly opened data.
 *
 * @param rows the number of rows that were read
 * @param repairs the number of findings whose repairs are on
 * @param split the default split of a run, "" if the data cannot be split
 * @param drawn whether that split is random, which overstates results
 * @param evaluated the number of users with held-out items in the test part
 * @param unseen how many of these users are not in the training part
 * @param trained whether a run on the data has finished
 * @param bundled whether the data are the sample
 * @param child the index of a child with a history of medium length; -1 for none
 */
public record OpenedFacts(
        long rows,
        int repairs,
        String split,
        boolean drawn,
        int evaluated,
        int unseen,
        boolean trained,
        boolean bundled,
        int child) {
    private static final long SEED = 1;

    /** Reads all rows; not on the JavaFX thread. */
    public static OpenedFacts read(Services services, RunStore store, Session.Opened opened) throws DataException {
        var dataset = opened.dataset();
        List<String> on = opened.prepared().recipe().preparation().repairs();
        int repairs = (int)
                opened.quality().stream().filter(found -> found.repaired(on)).count();
        boolean trained = store.list().stream()
                .anyMatch(run -> run.state() == RunState.FINISHED
                        && dataset.has(run.spec().fingerprint()));
        boolean bundled =
                services.sample().toAbsolutePath().equals(dataset.path().toAbsolutePath());
        long rows = opened.prepared().raw().interactions().size();
        try {
            Split split = Splits.split(dataset, "", SEED);
            // Rows cut off for validation are not used for training either.
            SplitPreview preview = SplitPreview.of(dataset, split, Protocol.of(dataset, split, "", SEED), Map.of());
            SplitParts.Held test = SplitParts.of(dataset, preview).test();
            return new OpenedFacts(
                    rows,
                    repairs,
                    split.spec(),
                    Splits.draws(split.spec()),
                    test.users(),
                    test.untrained(),
                    trained,
                    bundled,
                    middle(split));
        } catch (DataException e) {
            // The Split page shows why the data cannot be split.
            return new OpenedFacts(rows, repairs, "", false, 0, 0, trained, bundled, -1);
        }
    }

    private static int middle(Split split) {
        int[] users = IntStream.range(0, split.train().users())
                .filter(user -> split.truth(user).length > 0 && split.train().count(user) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(user -> split.train().count(user)))
                .mapToInt(user -> user)
                .toArray();
        return Arrays.stream(users).skip(users.length / 2).findFirst().orElse(-1);
    }
}
