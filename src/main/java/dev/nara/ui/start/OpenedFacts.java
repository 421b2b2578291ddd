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
 * What is said of data that was just opened.
 *
 * @param rows that were read
 * @param repairs that are on, of what was found
 * @param split how a run would cut it unless it is told otherwise, "" where it cannot be cut
 * @param drawn whether that split is drawn by chance, so that it overstates
 * @param evaluated users with something to find in the test part
 * @param unseen of these, those that a run does not train on
 * @param trained whether a run on it has finished
 * @param bundled whether it is the sample
 * @param child a child with a history of middle length, by its index; -1 for none
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

    /** Goes over all rows; not for the JavaFX thread. */
    public static OpenedFacts read(Services services, RunStore store, Session.Opened opened) throws DataException {
        var dataset = opened.dataset();
        List<String> on = opened.prepared().recipe().preparation().repairs();
        int repairs = (int)
                opened.quality().stream().filter(found -> found.mended(on)).count();
        boolean trained = store.list().stream()
                .anyMatch(run -> run.state() == RunState.FINISHED
                        && dataset.has(run.spec().fingerprint()));
        boolean bundled =
                services.sample().toAbsolutePath().equals(dataset.path().toAbsolutePath());
        long rows = opened.prepared().raw().interactions().size();
        try {
            Split split = Splits.split(dataset, "", SEED);
            // What is cut off for validation is not trained on either.
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
            // Why it cannot be cut stands on the Split page.
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
