package dev.nara.analysis;

import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.Part;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Figures and settings of stored runs, as the runs themselves keep them: no file is read. */
public final class RunFigures {
    private RunFigures() {}

    /**
     * The metrics that a run is told by: those on the test part. They are of the best epoch that was chosen there where the run
     * has no validation part, see {@link RunSpec#chosenOnTest}; else there are none before the run ended.
     */
    public static Map<String, Double> told(StoredRun run) {
        return run.spec().chosenOnTest()
                ? best(run)
                : run.tested().map(RunEvent.Tested::metrics).orElse(Map.of());
    }

    /** A metric that a run is told by, NaN where it is not known. */
    public static double told(StoredRun run, String metric) {
        return told(run).getOrDefault(metric, Double.NaN);
    }

    /** Whether a run has ended and is told by a figure; one that failed is not, whatever it reached before. */
    public static boolean isTold(StoredRun run) {
        return run.state().ended()
                && run.state() != RunState.FAILED
                && !told(run).isEmpty();
    }

    /** What a run is shown by: the metrics that it is told by once it has ended, those of its best epoch so far till then. */
    public static Map<String, Double> shown(StoredRun run) {
        return isTold(run) ? told(run) : best(run);
    }

    /** One of those, NaN where it is not known. */
    public static double shown(StoredRun run, String metric) {
        return shown(run).getOrDefault(metric, Double.NaN);
    }

    /** What {@link #shown} is of; empty where nothing is known yet. */
    public static Optional<FigureStage> stage(StoredRun run) {
        if (shown(run).isEmpty()) {
            return Optional.empty();
        } else if (run.spec().chosenOnTest()) {
            return Optional.of(run.state().ended() ? FigureStage.CHOSEN_ON_TEST : FigureStage.TEST_SO_FAR);
        }
        return Optional.of(isTold(run) ? FigureStage.TESTED : FigureStage.VALIDATION);
    }

    /** What is known of a run in the metric that decides: that which it is told by, else that of its best epoch so far. */
    public static Optional<Known> known(StoredRun run) {
        return shown(run).entrySet().stream()
                .findFirst()
                .map(first -> new Known(
                        first.getKey(),
                        first.getValue(),
                        run.best().map(RunEvent.EpochDone::epoch).orElse(0),
                        stage(run).orElseThrow().words()));
    }

    /**
     * A figure of a run with what it is of.
     *
     * @param epoch the best one
     * @param part on which it was measured, in words
     */
    public record Known(String metric, double figure, int epoch, Text part) {}

    /** The metrics of a run's best epoch on the part that decides; none before the first is evaluated. */
    public static Map<String, Double> best(StoredRun run) {
        return run.best().map(RunEvent.EpochDone::metrics).orElse(Map.of());
    }

    /** A metric of a run's best epoch on the part that decides, NaN where it is not known. */
    public static double best(StoredRun run, String metric) {
        return best(run).getOrDefault(metric, Double.NaN);
    }

    /**
     * A metric after an epoch, or after the last one before it in which it was evaluated, for a model that is computed at once has
     * one epoch; NaN where it was not evaluated till then.
     */
    static double after(int epoch, List<RunEvent.EpochDone> epochs, String metric) {
        return epochs.stream()
                .filter(done -> done.epoch() <= epoch && done.metrics().containsKey(metric))
                .reduce((before, last) -> last)
                .map(done -> done.metrics().get(metric))
                .orElse(Double.NaN);
    }

    /** The metrics that all of these runs have, in the order of the first. */
    public static Set<String> shared(List<StoredRun> runs) {
        Set<String> shared = new LinkedHashSet<>();
        runs.stream()
                .map(RunFigures::shown)
                .filter(known -> !known.isEmpty())
                .findFirst()
                .ifPresent(known -> {
                    shared.addAll(known.keySet());
                    // Those that failed or have just begun have none, and hide none.
                    runs.stream()
                            .filter(run -> !shown(run).isEmpty())
                            .forEach(run -> shared.retainAll(shown(run).keySet()));
                });
        return shared;
    }

    /** All figures of a run, each called by the part that it is of. */
    private static Map<String, Double> columns(StoredRun run) {
        Map<String, Double> columns = new LinkedHashMap<>();
        Part part = run.spec().epochPart();
        best(run).forEach((metric, figure) -> columns.put(part.path(metric), figure));
        told(run).forEach((metric, figure) -> columns.put(Part.TEST.path(metric), figure));
        return columns;
    }

    /** A row a run with all its figures and settings, the head first, for a file; in no language. */
    public static List<List<String>> table(List<StoredRun> runs) {
        Set<String> metrics = new LinkedHashSet<>();
        Set<String> settings = new LinkedHashSet<>();
        for (StoredRun run : runs) {
            metrics.addAll(columns(run).keySet());
            settings.addAll(SettingsComparison.settings(run.spec()).keySet());
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("run", "name", "state", "best_epoch", "figures"));
        head.addAll(metrics);
        head.addAll(settings);
        rows.add(head);
        for (StoredRun run : runs) {
            List<String> row = new ArrayList<>(List.of(
                    Long.toString(run.id()),
                    run.label().name(),
                    run.state().name(),
                    run.best().map(b -> Integer.toString(b.epoch())).orElse(""),
                    stage(run)
                            .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                            .orElse("")));
            Map<String, Double> figures = columns(run);
            metrics.forEach(m -> row.add(figures.containsKey(m) ? String.valueOf(figures.get(m)) : ""));
            Map<String, String> known = SettingsComparison.settings(run.spec());
            settings.forEach(s -> row.add(known.getOrDefault(s, "")));
            rows.add(row);
        }
        return rows;
    }
}
