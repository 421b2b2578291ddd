package dev.nara.analysis;

import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the stored runs say of settings that are to be trained: whether they were, and from which seeds. */
public final class EarlierRuns {
    private final List<StoredRun> runs;

    /** These runs, newest first. */
    public EarlierRuns(List<StoredRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * A run that equals one of the settings from so many seeds in a row, trained or about to be; a failed or cancelled one does
     * not count.
     */
    public Optional<StoredRun> equalTo(RunSpec first, int seeds) {
        List<StoredRun> there = runs.stream()
                .filter(r -> r.state() != RunState.FAILED && r.state() != RunState.CANCELLED)
                .toList();
        return IntStream.range(0, seeds)
                .mapToObj(n -> first.withSeed(first.seed() + n))
                .flatMap(spec -> there.stream().filter(r -> spec.sameAs(r.spec())))
                .findFirst();
    }

    /**
     * The newest run before one that it can be held against: told on the same items after the same rows, of other settings, and of
     * no study. Empty for a fit and for a run of a study.
     *
     * @param kin what else the run before has to be
     */
    public Optional<StoredRun> before(StoredRun run, Predicate<StoredRun> kin) {
        return runs.stream()
                .filter(kin)
                .filter(r -> r.id() < run.id()
                        && standsAlone(r)
                        && standsAlone(run)
                        && RunFigures.isTold(r)
                        && r.spec().sameRows(run.spec())
                        && r.spec().candidates().equals(run.spec().candidates())
                        && r.spec().chosenOnTest() == run.spec().chosenOnTest())
                .filter(r -> !Seeds.sameSetting(r, run)
                        && !SettingsDifference.of(run, r).changes().isEmpty())
                .max(Comparator.comparingLong(StoredRun::id));
    }

    private static boolean standsAlone(StoredRun run) {
        return run.fitOf().isEmpty() && run.study().isEmpty();
    }

    /** The seed after the greatest that a run of these settings had. */
    public long nextSeed(RunSpec spec) {
        return 1
                + runs.stream()
                        .map(StoredRun::spec)
                        .filter(s -> s.withSeed(0).sameAs(spec.withSeed(0)))
                        .mapToLong(RunSpec::seed)
                        .max()
                        .orElse(0);
    }
}
