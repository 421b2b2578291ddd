package dev.nara.analysis;

import dev.nara.algorithm.Algorithm;
import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.eval.Significance;
import dev.nara.run.RunEvent;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.store.reference.References;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The rows of a comparison: its settings in order, and below them cheap baselines under the same protocol, whether or not they were
 * selected.
 */
public final class ComparedRows {
    private final RunStore store;
    private final Algorithms algorithms;
    private final SettingsComparison comparison;
    private final Standing reference;
    private final ShownBaselines baselines;

    private ComparedRows(
            RunStore store, Algorithms algorithms, SettingsComparison comparison, ShownBaselines baselines) {
        this.store = store;
        this.algorithms = algorithms;
        this.comparison = comparison;
        this.reference = comparison.standings().get(0);
        this.baselines = baselines;
    }

    /** Reads the stored figures of the runs and of the best baseline. */
    public static List<ComparedRow> of(RunStore store, Algorithms algorithms, SettingsComparison comparison)
            throws DataException {
        return of(store, algorithms, comparison, ShownBaselines.BEST);
    }

    /** The same with other baselines. */
    public static List<ComparedRow> of(
            RunStore store, Algorithms algorithms, SettingsComparison comparison, ShownBaselines baselines)
            throws DataException {
        ComparedRows rows = new ComparedRows(store, algorithms, comparison, baselines);
        List<ComparedRow> cheap = comparison.stage() == FigureStage.TESTED ? rows.baselines() : List.of();
        boolean alone = comparison.standings().size() == 1 && !cheap.isEmpty();
        List<ComparedRow> all = new ArrayList<>();
        for (Standing standing : comparison.standings()) {
            all.add(rows.row(standing, alone ? Text.of("verdict.chosen") : standing.words()));
        }
        all.addAll(cheap);
        return all;
    }

    private ComparedRow row(Standing standing, Text words) throws DataException {
        SettingGap gap = standing.gap();
        return row(
                standing,
                kind(standing),
                false,
                gap == null ? 0 : gap.comparison().seedsWanted(),
                words);
    }

    private ComparedRow row(Standing standing, ComparedRow.Kind kind, boolean baseline, int wanted, Text words)
            throws DataException {
        List<Double> seeds = new ArrayList<>();
        for (double mean : standing.contender().group().bySeed()) {
            seeds.add(mean - reference.mean());
        }
        List<StoredRun> runs = standing.contender().runs();
        return new ComparedRow(
                kind,
                baseline,
                runs,
                standing.algorithm(),
                standing,
                standing.mean(),
                standing.deviation(),
                standing.difference(),
                standing.low(),
                standing.high(),
                seeds,
                kind == ComparedRow.Kind.MORE_SEEDS ? wanted : 0,
                words,
                facts(runs));
    }

    private ComparedRow.Kind kind(Standing standing) {
        if (standing.contender().runs().stream().anyMatch(run -> !run.state().ended())) {
            return ComparedRow.Kind.TRAINING;
        } else if (comparison.stage() != FigureStage.TESTED) {
            return ComparedRow.Kind.NO_VERDICT;
        }
        SettingGap gap = standing.gap();
        return gap == null ? ComparedRow.Kind.REFERENCE : kind(gap);
    }

    private static ComparedRow.Kind kind(SettingGap gap) {
        return switch (gap.verdict()) {
            case REAL -> ComparedRow.Kind.REAL;
            case NOISE -> ComparedRow.Kind.NOISE;
            case MORE_SEEDS -> ComparedRow.Kind.MORE_SEEDS;
        };
    }

    private ComparedRow.Facts facts(List<StoredRun> runs) throws DataException {
        long parameters = 0;
        Map<Long, List<RunEvent.EpochDone>> epochs = new HashMap<>();
        for (StoredRun run : runs) {
            List<RunEvent> events = store.events(run.id());
            epochs.put(run.id(), RunEvent.epochs(events));
            for (RunEvent event : events) {
                if (event instanceof RunEvent.Started started) {
                    parameters = Math.max(parameters, started.parameters());
                }
            }
        }
        boolean choosing = comparison.stage().atSameEpoch();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String metric : RunFigures.shared(runs)) {
            double mean = choosing
                    ? mean(runs, run -> RunFigures.after(comparison.epoch(), of(run, epochs), metric))
                    : mean(runs, run -> RunFigures.shown(run, metric));
            figures.put(metric, mean);
        }
        return new ComparedRow.Facts(
                choosing
                        ? Double.NaN
                        : mean(
                                runs,
                                run -> run.best().map(RunEvent.EpochDone::epoch).orElse(0)),
                parameters,
                mean(epochs.values().stream().flatMap(List::stream).toList(), RunEvent.EpochDone::seconds),
                figures);
    }

    private static List<RunEvent.EpochDone> of(StoredRun run, Map<Long, List<RunEvent.EpochDone>> epochs) {
        return epochs.getOrDefault(run.id(), List.of());
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** The cheap baselines, best on validation first: from a stored run if there is one, else from the computed references. */
    private List<ComparedRow> baselines() throws DataException {
        List<StoredRun> stored = stored();
        if (baselines == ShownBaselines.BEST) {
            stored = stored.subList(0, Math.min(1, stored.size()));
        }
        List<ComparedRow> rows = new ArrayList<>();
        long pairs = Significance.pairs(comparison.standings().size() + Math.max(1, stored.size()));
        for (StoredRun run : stored) {
            if (comparison.of(run.id()).isEmpty()) {
                against(run, pairs).ifPresent(rows::add);
            }
        }
        boolean wanted = baselines == ShownBaselines.ALL || stored.isEmpty();
        List<Reference> known = wanted ? known(stored) : List.of();
        known.stream()
                .limit(baselines == ShownBaselines.ALL ? known.size() : 1)
                .map(this::meanOnly)
                .forEach(rows::add);
        return rows;
    }

    /** For each cheap algorithm the stored run that is best on validation, best first. */
    private List<StoredRun> stored() throws DataException {
        StoredRun first = reference.contender().runs().get(0);
        Map<String, StoredRun> best = new LinkedHashMap<>();
        store.list().stream()
                .filter(this::cheap)
                .filter(run -> RunFigures.isReported(run) && run.fitOf().isEmpty())
                .filter(run -> run.spec().sameTest(first.spec())
                        && run.spec().candidates().equals(first.spec().candidates())
                        && run.spec().chosenOnTest() == first.spec().chosenOnTest())
                .filter(run -> RunFigures.reported(run).containsKey(comparison.metric()))
                .sorted(Comparator.comparingDouble(
                        run -> -CutoffMetric.worth(comparison.metric(), RunFigures.best(run, comparison.metric()))))
                .forEach(run -> best.putIfAbsent(run.spec().algorithm(), run));
        return List.copyOf(best.values());
    }

    /** The references without a stored run, best on validation first. */
    private List<Reference> known(List<StoredRun> stored) throws DataException {
        Set<String> present = stored.stream().map(run -> run.spec().algorithm()).collect(Collectors.toSet());
        return new References(algorithms, store)
                .of(reference.contender().runs().get(0)).stream()
                        .filter(known -> known.test().containsKey(comparison.metric()))
                        .filter(known -> !present.contains(known.algorithm()))
                        .sorted(Comparator.comparingDouble(known -> -CutoffMetric.worth(
                                comparison.metric(),
                                known.validation().getOrDefault(comparison.metric(), Double.NEGATIVE_INFINITY))))
                        .toList();
    }

    private boolean cheap(StoredRun run) {
        Set<String> ids = algorithms.references().stream().map(Algorithm::id).collect(Collectors.toSet());
        return ids.contains(run.spec().algorithm())
                || run.spec().algorithm().equals(algorithms.baseline().id());
    }

    /** Compares a stored run with the reference as settings are, corrected for {@code pairs} comparisons. */
    private Optional<ComparedRow> against(StoredRun baseline, long pairs) throws DataException {
        List<StoredRun> runs = new ArrayList<>(reference.contender().runs());
        runs.add(baseline);
        SettingsComparison two;
        try {
            two = ComparedSettings.of(store, algorithms, runs, comparison.metric());
        } catch (DataException e) {
            // Its figures are missing or of other users; selecting the run shows the reason.
            return Optional.empty();
        }
        Optional<Standing> found = two.of(baseline.id());
        Optional<Standing> held = two.of(reference.number());
        if (found.isEmpty() || held.isEmpty() || !two.judged()) {
            return Optional.empty();
        }
        SettingGap gap = PairVerdict.gap(held.get(), found.get(), pairs);
        Standing standing = found.get().against(held.get(), gap);
        return Optional.of(row(standing, kind(gap), true, gap.comparison().seedsWanted(), gap.words()));
    }

    private ComparedRow meanOnly(Reference known) {
        double mean = known.test().getOrDefault(comparison.metric(), Double.NaN);
        return new ComparedRow(
                ComparedRow.Kind.NO_VERDICT,
                true,
                List.of(),
                known.algorithm(),
                null,
                mean,
                Double.NaN,
                mean - reference.mean(),
                Double.NaN,
                Double.NaN,
                List.of(),
                0,
                Text.of("verdict.mean.only"),
                new ComparedRow.Facts(Double.NaN, 0, Double.NaN, known.test()));
    }
}
