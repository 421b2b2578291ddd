package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.ComparedRows;
import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.Gains;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.PairVerdict;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.ShownBaselines;
import dev.nara.analysis.Standing;
import dev.nara.analysis.UserDifference;
import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares stored runs, off the JavaFX thread. */
final class ComparedRuns {
    private final Services services;
    private final Algorithms algorithms;
    private final RunStore store;
    private final RunData data;

    ComparedRuns(Services services, RunStore store, RunData data) {
        this.services = services;
        this.algorithms = services.algorithms();
        this.store = store;
        this.data = data;
    }

    /** The compared settings: those of ended runs against each other, those of running ones against the reference. */
    record Found(SettingsComparison comparison, List<ComparedRow> rows) {
        /** The pair for the verdict: the wanted two, or the reference and the wanted one, else the first two rows. */
        List<ComparedRow> pair(List<Long> wanted) {
            List<ComparedRow> asked = rows.stream()
                    .filter(row -> wanted.stream().anyMatch(row::has))
                    .toList();
            if (asked.size() == 2) {
                return asked;
            }
            if (asked.size() == 1 && !asked.get(0).equals(rows.get(0))) {
                return List.of(rows.get(0), asked.get(0));
            }
            return rows.subList(0, Math.min(2, rows.size()));
        }
    }

    Found find(List<StoredRun> runs, String metric, ShownBaselines baselines) throws DataException {
        List<StoredRun> ended = runs.stream().filter(run -> run.state().ended()).toList();
        List<StoredRun> training =
                runs.stream().filter(run -> !run.state().ended()).toList();
        if (training.isEmpty() || ended.stream().noneMatch(RunFigures::isReported)) {
            SettingsComparison comparison = ComparedSettings.of(store, algorithms, runs, metric);
            return new Found(comparison, ComparedRows.of(store, algorithms, comparison, baselines));
        }
        // Fails if the runs are not comparable, even while some of them train.
        ComparedSettings.of(store, algorithms, runs, metric);
        SettingsComparison comparison = ComparedSettings.of(store, algorithms, ended, metric);
        List<ComparedRow> rows = new ArrayList<>();
        List<ComparedRow> baseline = new ArrayList<>();
        ComparedRows.of(store, algorithms, comparison, baselines)
                .forEach(row -> (row.baseline() ? baseline : rows).add(row));
        for (StoredRun run : training) {
            rows.addAll(beside(comparison.standings().get(0), List.of(run), metric));
        }
        rows.addAll(baseline);
        return new Found(comparison, rows);
    }

    /** The rows of running runs, compared with an ended one at the same epoch. */
    private List<ComparedRow> beside(Standing ended, List<StoredRun> training, String metric) throws DataException {
        List<StoredRun> both = new ArrayList<>(ended.contender().runs());
        both.addAll(training);
        return ComparedRows.of(store, algorithms, ComparedSettings.of(store, algorithms, both, metric)).stream()
                .filter(row -> training.stream().anyMatch(run -> row.has(run.id())))
                .toList();
    }

    /** The result for two settings, starting with the verdict. */
    record OfPair(
            List<ComparedRow> pair,
            SaidVerdict said,
            Optional<Gains> gains,
            List<UserDifference> children,
            List<GroupGaps.Gap> groups,
            Optional<Text> missing) {}

    /** The verdict on two settings, without the slower parts. */
    OfPair verdict(Found found, List<ComparedRow> asked) throws DataException {
        List<ComparedRow> pair = new ArrayList<>(asked);
        for (int n = 0; n < pair.size() && pair.size() == 2; n++) {
            Standing other = pair.get(1 - n).standing();
            if (pair.get(n).kind() == ComparedRow.Kind.TRAINING && other != null) {
                pair.set(
                        n,
                        beside(other, pair.get(n).runs(), found.comparison.metric())
                                .get(0));
            }
        }
        SaidVerdict said = SaidVerdict.of(found.comparison, pair);
        return new OfPair(pair, said, Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /** Adds the comparison of single users, or the reason why their data are not available. */
    OfPair users(OfPair of, Found found, Session.@Nullable Opened opened) {
        if (of.said.verdict().isEmpty()) {
            return of;
        }
        PairVerdict verdict = of.said.verdict().get();
        Significance.Group first = verdict.first().contender().group();
        Significance.Group second = verdict.other().contender().group();
        String metric = found.comparison.metric();
        try {
            StoredRun run = verdict.first().contender().runs().get(0);
            PreparedRun preparedRun = services.preparedRun(run, data.of(run, opened));
            return new OfPair(
                    of.pair,
                    of.said,
                    Optional.of(Gains.of(preparedRun, metric, first, second)),
                    UserDifference.of(
                            preparedRun.dataset(), preparedRun.evaluator().users(), first, second),
                    GroupGaps.ofUsers(preparedRun, metric, found.comparison.pairs(), first, second),
                    Optional.empty());
        } catch (DataException e) {
            return new OfPair(of.pair, of.said, Optional.empty(), List.of(), List.of(), Optional.of(e.problem()));
        }
    }
}
