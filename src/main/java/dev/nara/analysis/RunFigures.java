package dev.nara.analysis;

import dev.nara.run.RunEvent;
import dev.nara.store.StoredRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Figures and settings of stored runs, as the runs themselves keep them: no file is read. */
public final class RunFigures {
    private RunFigures() {}

    /** The metrics of a run's best epoch; none before the first is evaluated. */
    public static Map<String, Double> best(StoredRun run) {
        return run.best().map(RunEvent.EpochDone::metrics).orElse(Map.of());
    }

    /** A metric of a run's best epoch, NaN where it is not known. */
    public static double best(StoredRun run, String metric) {
        return best(run).getOrDefault(metric, Double.NaN);
    }

    /** The metrics that all of these runs have, in the order of the first. */
    public static Set<String> shared(List<StoredRun> runs) {
        Set<String> shared = new LinkedHashSet<>();
        if (!runs.isEmpty()) {
            shared.addAll(best(runs.get(0)).keySet());
            runs.forEach(run -> shared.retainAll(best(run).keySet()));
        }
        return shared;
    }

    /** A row a run with all its figures and settings, the head first, for a file; in no language. */
    public static List<List<String>> table(List<StoredRun> runs) {
        Set<String> metrics = new LinkedHashSet<>();
        Set<String> settings = new LinkedHashSet<>();
        for (StoredRun run : runs) {
            metrics.addAll(best(run).keySet());
            settings.addAll(SettingsComparison.settings(run.spec()).keySet());
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("run", "name", "state", "best_epoch"));
        head.addAll(metrics);
        head.addAll(settings);
        rows.add(head);
        for (StoredRun run : runs) {
            List<String> row = new ArrayList<>(List.of(
                    Long.toString(run.id()),
                    run.label().name(),
                    run.state().name(),
                    run.best().map(b -> Integer.toString(b.epoch())).orElse("")));
            metrics.forEach(m ->
                    row.add(best(run).containsKey(m) ? String.valueOf(best(run).get(m)) : ""));
            Map<String, String> known = SettingsComparison.settings(run.spec());
            settings.forEach(s -> row.add(known.getOrDefault(s, "")));
            rows.add(row);
        }
        return rows;
    }
}
