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

/** Figures and settings of stored runs, from the run records alone, without reading files. */
public final class RunFigures {
    private RunFigures() {}

    /**
     * The final metrics of a run: those on the test part. For a run without a validation part, they are of the best epoch, which was chosen
     * there, see {@link RunSpec#chosenOnTest}; otherwise they are empty before the run ended.
     */
    public static Map<String, Double> reported(StoredRun run) {
        return run.spec().chosenOnTest()
                ? best(run)
                : run.tested().map(RunEvent.Tested::metrics).orElse(Map.of());
    }

    /** A final metric of a run, NaN if unknown. */
    public static double reported(StoredRun run, String metric) {
        return reported(run).getOrDefault(metric, Double.NaN);
    }

    /** Whether a run has ended with a final figure; a failed run never has one. */
    public static boolean isReported(StoredRun run) {
        return run.state().ended()
                && run.state() != RunState.FAILED
                && !reported(run).isEmpty();
    }

    /** The metrics to show for a run: final ones once it has ended, until then those of its best epoch so far. */
    public static Map<String, Double> shown(StoredRun run) {
        return isReported(run) ? reported(run) : best(run);
    }

    /** One of the metrics to show, NaN if unknown. */
    public static double shown(StoredRun run, String metric) {
        return shown(run).getOrDefault(metric, Double.NaN);
    }

    /** The part that {@link #shown} belongs to; empty if nothing is known yet. */
    public static Optional<FigureStage> stage(StoredRun run) {
        if (shown(run).isEmpty()) {
            return Optional.empty();
        } else if (run.spec().chosenOnTest()) {
            return Optional.of(run.state().ended() ? FigureStage.CHOSEN_ON_TEST : FigureStage.TEST_SO_FAR);
        }
        return Optional.of(isReported(run) ? FigureStage.TESTED : FigureStage.VALIDATION);
    }

    /** A run's figure in the metric that decides: the final one, else that of its best epoch so far. */
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
     * A figure of a run, with its epoch and part.
     *
     * @param epoch the best one
     * @param part on which it was computed, as text
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
     * A metric after an epoch, or after the last evaluated epoch before it, because models computed at once have a single epoch; NaN if
     * none was evaluated until then.
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
                    // Runs that failed or just began have no metrics, and must not hide those of others.
                    runs.stream()
                            .filter(run -> !shown(run).isEmpty())
                            .forEach(run -> shared.retainAll(shown(run).keySet()));
                });
        return shared;
    }

    /** All figures of a run, each named with its part. */
    private static Map<String, Double> columns(StoredRun run) {
        Map<String, Double> columns = new LinkedHashMap<>();
        Part part = run.spec().epochPart();
        best(run).forEach((metric, figure) -> columns.put(part.path(metric), figure));
        reported(run).forEach((metric, figure) -> columns.put(Part.TEST.path(metric), figure));
        return columns;
    }

    /** A table with one row per run with all its figures and settings, header first, for a file; independent of language. */
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
