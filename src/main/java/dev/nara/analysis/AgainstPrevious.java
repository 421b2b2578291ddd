package dev.nara.analysis;

import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.SeedsToSettle;
import dev.nara.run.RunEvent;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares a run with the previous one: their differing settings, the verdict on the difference, and how many more seeds would settle it.
 * Once both have ended, all seeds of both settings that have final figures count.
 *
 * @param curve the epochs of the previous run
 * @param words the verdict; empty if there are no comparable figures
 * @param interval the 95% interval of the difference; empty until both have ended
 * @param seeds how many more of each setting would settle it; 0 if none are needed
 * @param settings one run of each setting that depends on the seed
 */
public record AgainstPrevious(
        StoredRun run,
        StoredRun previous,
        SettingsDifference difference,
        List<RunEvent.EpochDone> curve,
        Optional<Text> words,
        Optional<Interval> interval,
        int seeds,
        List<StoredRun> settings) {
    private static final int DIGITS = 3;

    /** The difference, positive if the run is higher than the previous one, with the ends of its interval. */
    public record Interval(double difference, double low, double high) {}

    /**
     * Compares a run with the previous one; empty if no earlier run is comparable.
     *
     * @param all the runs of the workspace, newest first
     */
    public static Optional<AgainstPrevious> of(
            RunStore store, Algorithms algorithms, StoredRun run, List<StoredRun> all) throws DataException {
        // Runs that depend on the seed are compared with such runs only; AmongReferences covers deterministic models.
        boolean seeded = seeded(algorithms, run);
        Optional<StoredRun> before = new EarlierRuns(all).before(run, r -> seeded(algorithms, r) == seeded);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Judged judged = judged(store, algorithms, run, before.get(), all);
        return Optional.of(new AgainstPrevious(
                run,
                before.get(),
                SettingsDifference.of(run, before.get()),
                RunEvent.epochs(store.events(before.get().id())),
                judged.words,
                judged.interval,
                judged.seeds,
                random(algorithms, List.of(run, before.get()))));
    }

    /** Whether other seeds would give other figures; if not, the interval covers users alone. */
    public boolean bySeeds() {
        return !settings.isEmpty();
    }

    /** One entry per additional training: a run of each setting, as often as it is to be repeated with new seeds. */
    public List<StoredRun> again() {
        return Collections.nCopies(seeds, settings).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The runs and states that the verdict depends on; if they change, it must be computed again. */
    public List<List<Object>> basis(List<StoredRun> all) {
        return all.stream()
                .filter(one -> Seeds.sameSetting(one, run) || Seeds.sameSetting(one, previous))
                .map(one -> List.<Object>of(one.id(), one.state(), one.tested()))
                .toList();
    }

    private record Judged(Optional<Text> words, Optional<Interval> interval, int seeds) {
        static final Judged NOT = new Judged(Optional.empty(), Optional.empty(), 0);

        static Judged of(Text words) {
            return new Judged(Optional.of(words), Optional.empty(), 0);
        }
    }

    private static Judged judged(
            RunStore store, Algorithms algorithms, StoredRun run, StoredRun previous, List<StoredRun> all)
            throws DataException {
        boolean ended = run.state().ended();
        List<StoredRun> held = ended ? reported(run, previous, all) : List.of(run, previous);
        String metric = run.spec().metrics().split(",", 2)[0];
        if (!held.contains(run) || CutoffMetric.parse(metric).stream().noneMatch(CutoffMetric::decides)) {
            return Judged.NOT;
        }
        SettingsComparison comparison;
        try {
            comparison = ComparedSettings.of(store, algorithms, held, metric);
        } catch (DataException e) {
            // Compare shows the reason; here it is only a note.
            return Judged.NOT;
        }
        Standing own = standing(comparison, run);
        Standing other = standing(comparison, previous);
        double gained = own.mean() - other.mean();
        String difference = BareNumbers.signed(gained, DIGITS);
        if (Double.isNaN(gained)) {
            return Judged.NOT;
        } else if (!ended || !comparison.judged()) {
            String key = ended ? "against.on.test" : "against.training";
            return Judged.of(Text.of(key, difference, previous.id()));
        }
        SettingGap gap = Objects.requireNonNull(comparison.standings().get(1).gap());
        double half = (gap.comparison().high() - gap.comparison().low()) / 2;
        Text words = Text.of("against." + gap.verdict(), difference, BareNumbers.rounded(half, DIGITS), previous.id());
        boolean each = random(algorithms, List.of(run, previous)).size() > 1;
        Interval interval = new Interval(gained, gained - half, gained + half);
        return settled(words, interval, more(gap, own, other), each, waiting(run, previous, all));
    }

    /** The standing of the run's setting; another run with the same seed may count in its place. */
    private static Standing standing(SettingsComparison comparison, StoredRun run) {
        return comparison.standings().stream()
                .filter(standing ->
                        Seeds.sameSetting(standing.contender().runs().get(0), run))
                .findFirst()
                .orElseThrow();
    }

    private static Judged settled(Text words, Interval interval, int more, boolean each, long waiting) {
        if (waiting > 0) {
            return new Judged(Optional.of(Text.of("against.under.way", words, waiting)), Optional.of(interval), 0);
        }
        Text settled = Text.of(each ? "against.settle.each" : "against.settle", words, more);
        return new Judged(Optional.of(more == 0 ? words : settled), Optional.of(interval), more);
    }

    private static long waiting(StoredRun run, StoredRun previous, List<StoredRun> all) {
        return all.stream()
                .filter(r -> !r.state().ended() && (Seeds.sameSetting(r, run) || Seeds.sameSetting(r, previous)))
                .count();
    }

    /** All runs of both settings that have final figures. */
    private static List<StoredRun> reported(StoredRun run, StoredRun previous, List<StoredRun> all) {
        return all.stream()
                .filter(r -> RunFigures.isReported(r) && r.fitOf().isEmpty())
                .filter(r -> Seeds.sameSetting(r, run) || Seeds.sameSetting(r, previous))
                .toList();
    }

    private static int more(SettingGap gap, Standing own, Standing other) {
        return switch (gap.verdict()) {
            case REAL -> 0;
            case MORE_SEEDS -> gap.comparison().seedsWanted();
            case NOISE ->
                SeedsToSettle.of(own.contender().group(), other.contender().group());
        };
    }

    /** Whether another seed gives another result; assumed for unknown algorithms. */
    private static boolean seeded(Algorithms algorithms, StoredRun run) {
        try {
            return algorithms.algorithm(run.spec().algorithm()).random();
        } catch (DataException e) {
            return true;
        }
    }

    private static List<StoredRun> random(Algorithms algorithms, List<StoredRun> settings) throws DataException {
        List<StoredRun> random = new ArrayList<>();
        for (StoredRun one : settings) {
            if (algorithms.algorithm(one.spec().algorithm()).random()) {
                random.add(one);
            }
        }
        return random;
    }
}
