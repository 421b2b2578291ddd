package dev.nara.ui.start;

import dev.nara.data.DataException;
import dev.nara.data.prepare.Step;
import dev.nara.run.RunState;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.ui.common.Session;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is said of data that was just opened.
 *
 * @param rows that were read
 * @param repairs that changed some of them
 * @param split how a run would cut it unless it is told otherwise, "" where it cannot be cut
 * @param drawn whether that split is drawn by chance, so that it overstates
 * @param evaluated users with something to find
 * @param unseen of these, those without history
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
    /** Goes over all rows; not for the JavaFX thread. */
    public static OpenedFacts read(Services services, RunStore store, Session.Opened opened) throws DataException {
        var dataset = opened.dataset();
        int repairs = (int) opened.prepared().steps().stream()
                .filter(step -> step.id().startsWith("repair."))
                .filter(OpenedFacts::changed)
                .count();
        boolean trained = store.list().stream()
                .anyMatch(run -> run.state() == RunState.FINISHED
                        && dataset.has(run.spec().fingerprint()));
        boolean bundled =
                services.sample().toAbsolutePath().equals(dataset.path().toAbsolutePath());
        long rows = opened.prepared().raw().interactions().size();
        try {
            Split split = Splits.split(dataset, "", 1);
            Split.Summary counted = split.summary();
            return new OpenedFacts(
                    rows,
                    repairs,
                    split.spec(),
                    Splits.draws(split.spec()),
                    counted.evaluatedUsers(),
                    counted.unseenUsers(),
                    trained,
                    bundled,
                    middle(split));
        } catch (DataException e) {
            // Why it cannot be cut stands on the Split page.
            return new OpenedFacts(rows, repairs, "", false, 0, 0, trained, bundled, -1);
        }
    }

    private static boolean changed(Step step) {
        return !step.before().equals(step.after());
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
