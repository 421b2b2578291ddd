package dev.nara.ui.compare;

import dev.nara.analysis.ComparedSettings;
import dev.nara.analysis.Contender;
import dev.nara.analysis.GroupGaps;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.analysis.UserDifference;
import dev.nara.chart.RunComparison;
import dev.nara.chart.RunCurve;
import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.store.reference.References;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.compare.CompareModel.Difference;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out how stored runs compare, off the JavaFX thread; a part that cannot be had is left out, and the reason is given. */
final class ComparedRuns {
    private static final int MOST_NOTES = 3;

    private final Services services;
    private final RunStore store;
    private final RunData data;
    private final Texts texts;

    ComparedRuns(Services services, RunStore store, RunData data, Texts texts) {
        this.services = services;
        this.store = store;
        this.data = data;
        this.texts = texts;
    }

    /** What a comparison found; {@code heading} says of what, {@code message} what is missing and why, "" for nothing. */
    record Found(
            List<Standing> standings,
            List<Difference> differences,
            List<RunCurve> curves,
            List<UserDifference> children,
            List<GroupGaps.Gap> groups,
            String heading,
            String message) {
        /** Nothing is compared. */
        static final Found NOTHING = new Found(List.of(), List.of(), List.of(), List.of(), List.of(), "", "");

        /** Runs that cannot be compared; their settings and curves can be shown all the same. */
        static Found apart(List<StoredRun> runs, List<RunCurve> curves, String reason) {
            return new Found(List.of(), differencesOf(runs), curves, List.of(), List.of(), "", reason);
        }
    }

    Found find(List<StoredRun> runs, String metric, Session.@Nullable Opened opened) throws DataException {
        SettingsComparison comparison;
        try {
            comparison = ComparedSettings.of(store, services.algorithms(), runs, metric);
        } catch (DataException e) {
            return Found.apart(runs, against(runs, RunComparison.curves(runs, store, texts.locale())), texts.of(e));
        }
        Found settings = new Found(
                comparison.standings(),
                differencesOf(runs),
                against(comparison.contenders().get(0).runs(), RunComparison.curves(comparison, store, texts.locale())),
                List.of(),
                List.of(),
                texts.of(comparison.heading()),
                comparison.notes().stream().map(texts::of).limit(MOST_NOTES).collect(Collectors.joining("  ")));
        return comparison.judged() ? withUsers(settings, comparison, metric, opened) : settings;
    }

    private List<RunCurve> against(List<StoredRun> first, List<RunCurve> curves) throws DataException {
        return RunCurve.against(curves, new References(services.algorithms(), store).of(first.get(0)));
    }

    /** Adds what is known of single users under the two best. */
    private Found withUsers(
            Found found, SettingsComparison comparison, String metric, Session.@Nullable Opened opened) {
        Contender best = comparison.contenders().get(0);
        Significance.Group first = best.group();
        Significance.Group second = comparison.contenders().get(1).group();
        List<UserDifference> children = List.of();
        List<GroupGaps.Gap> groups = List.of();
        String message = found.message;
        try {
            StoredRun run = best.runs().get(0);
            PreparedRun preparedRun = services.preparedRun(run, data.of(run, opened));
            groups = GroupGaps.ofUsers(preparedRun, metric, comparison.pairs(), first, second);
            children = UserDifference.of(
                    preparedRun.dataset(), preparedRun.evaluator().users(), first, second);
        } catch (DataException e) {
            message = texts.of(e);
        }
        return new Found(found.standings, found.differences, found.curves, children, groups, found.heading, message);
    }

    private static List<Difference> differencesOf(List<StoredRun> runs) {
        return SettingsComparison.differences(runs).entrySet().stream()
                .map(e -> new Difference(e.getKey(), e.getValue()))
                .toList();
    }
}
