package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many seeds of a series a mean covers, and which ended without a figure. Seeds that could count but were not selected, and those that
 * have not ended, are not mentioned.
 *
 * @param counted seeds in the mean
 * @param of the number of those and of lost ones
 * @param lost the seeds that ended without a figure, ascending
 */
public record SeriesShare(int counted, int of, List<Lost> lost) {
    /** A seed that ended without a figure, and why. */
    public record Lost(long seed, Text why) {}

    /**
     * The share of a series covered by some runs of one setting; runs without a series are complete.
     *
     * @param counted the runs in the mean
     * @param all the runs of the workspace
     */
    public static SeriesShare of(RunStore store, List<StoredRun> counted, List<StoredRun> all) throws DataException {
        List<Lost> lost = new ArrayList<>();
        List<StoredRun> others = all.stream()
                .filter(run -> run.state().ended() && !RunFigures.isReported(run))
                .filter(run -> counted.stream()
                                .noneMatch(c -> c.spec().seed() == run.spec().seed())
                        && counted.stream().anyMatch(c -> Seeds.joined(c, run)))
                .sorted(Comparator.comparingLong(run -> run.spec().seed()))
                .toList();
        for (StoredRun run : others) {
            lost.add(new Lost(run.spec().seed(), why(store, run)));
        }
        return new SeriesShare(counted.size(), counted.size() + lost.size(), lost);
    }

    private static Text why(RunStore store, StoredRun run) throws DataException {
        boolean diverged = run.state() == RunState.FAILED
                && store.events(run.id()).stream()
                        .anyMatch(event -> event instanceof RunEvent.Failed failed && failed.diverged());
        return diverged ? Text.of("series.diverged") : Text.of("state." + run.state());
    }

    /** The note on a mean, such as "mean of 5 of 6, seed 4 diverged"; empty if all seeds count. */
    public Optional<Text> words() {
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        Text words = Text.of("series.part", counted, of);
        for (Lost one : lost) {
            words = Text.of("series.lost", words, one.seed, one.why);
        }
        return Optional.of(words);
    }
}
