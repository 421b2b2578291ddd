package dev.nara.analysis;

import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Looks up among stored runs whether settings were trained before, and with which seeds. */
public final class EarlierRuns {
    private final List<StoredRun> runs;

    /** Looks among these runs, newest first. */
    public EarlierRuns(List<StoredRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * A run with these settings and any of {@code seeds} consecutive seeds, whether ended or not; failed and cancelled runs do not count.
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
     * The newest earlier run that a run can be compared with: the same held-out items and known rows, other settings, and not part of a
     * search. Empty for a fit and for runs of a search.
     *
     * @param condition what else is required of the earlier run
     */
    public Optional<StoredRun> before(StoredRun run, Predicate<StoredRun> condition) {
        return runs.stream()
                .filter(condition)
                .filter(r -> r.id() < run.id()
                        && isPlain(r)
                        && isPlain(run)
                        && RunFigures.isReported(r)
                        && r.spec().sameRows(run.spec())
                        && r.spec().candidates().equals(run.spec().candidates())
                        && r.spec().chosenOnTest() == run.spec().chosenOnTest())
                .filter(r -> !Seeds.sameSetting(r, run)
                        && !SettingsDifference.of(run, r).changes().isEmpty())
                .max(Comparator.comparingLong(StoredRun::id));
    }

    private static boolean isPlain(StoredRun run) {
        return run.fitOf().isEmpty() && run.study().isEmpty();
    }

    /** One more than the greatest seed with which these settings were run. */
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
