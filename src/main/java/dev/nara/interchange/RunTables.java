package dev.nara.interchange;

import dev.nara.analysis.SettingsComparison;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.spec.SpecJson;
import dev.nara.store.RunStore;
import dev.nara.store.entry.FitOf;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes runs as two tables: {@code runs.csv} has a row per run with every setting and the figures of its best epoch, {@code curves.csv} a
 * row per figure with run, phase, epoch, metric and value. Metrics are named with their part, as in {@code validation/HR@10};
 * {@code cold/HR@10} is for users without training rows, if evaluated apart. Cells are empty if a run has no such setting or figure.
 */
final class RunTables {
    private static final String COLD = "cold/";
    private static final List<String> CURVES = List.of("run", "phase", "epoch", "metric", "value");

    private RunTables() {}

    static void write(Path folder, List<StoredRun> runs, RunStore store) throws DataException, IOException {
        List<Map<String, String>> all = new ArrayList<>();
        List<List<String>> curves = new ArrayList<>(List.of(CURVES));
        for (StoredRun run : runs) {
            List<RunEvent> events = store.replay(run.id());
            all.add(row(run, events));
            Curve curve = new Curve(Long.toString(run.id()), curves);
            Part part = RunEvent.epochPart(events);
            RunEvent.epochs(events).forEach(epoch -> curve.add(epoch, part));
            RunEvent.tested(events).ifPresent(curve::add);
        }
        CsvFile.table(folder.resolve("runs.csv"), table(all));
        CsvFile.table(folder.resolve("curves.csv"), curves);
    }

    /** A column for each name in any run; those of the first run first. */
    private static List<List<String>> table(List<Map<String, String>> runs) {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.keySet()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.copyOf(names));
        for (Map<String, String> run : runs) {
            rows.add(names.stream().map(name -> run.getOrDefault(name, "")).toList());
        }
        return rows;
    }

    private static Map<String, String> row(StoredRun run, List<RunEvent> events) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("run", Long.toString(run.id()));
        row.put("created", run.created());
        row.put("state", run.state().name().toLowerCase(Locale.ROOT));
        row.put("name", run.label().name());
        row.put("tags", run.label().tags());
        row.put("notes", run.label().notes());
        row.put("series", run.series());
        row.put("fit_of", run.fitOf().map(FitOf::run).map(String::valueOf).orElse(""));
        row.put("fingerprint", run.spec().fingerprint());
        row.putAll(SettingsComparison.settings(run.spec()));
        row.put("recipe", SpecJson.of(run.spec()).get("recipe").toString());
        row.put("program", run.environment().program());
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(events);
        row.put("epochs_done", Integer.toString(epochs.size()));
        row.put(
                "seconds",
                Double.toString(
                        epochs.stream().mapToDouble(RunEvent.EpochDone::seconds).sum()));
        Part part = RunEvent.epochPart(events);
        Optional<RunEvent.EpochDone> best =
                epochs.stream().filter(RunEvent.EpochDone::best).reduce((earlier, later) -> later);
        row.put("best_epoch", best.map(epoch -> Integer.toString(epoch.epoch())).orElse(""));
        best.ifPresent(epoch -> put(row, part.path(""), epoch.metrics()));
        RunEvent.tested(events).ifPresent(tested -> {
            put(row, Part.TEST.path(""), tested.metrics());
            put(row, COLD, tested.coldMetrics());
        });
        return row;
    }

    private static void put(Map<String, String> row, String part, Map<String, Double> figures) {
        figures.forEach((metric, figure) -> row.put(part + metric, number(figure)));
    }

    private static String number(double figure) {
        return Double.isFinite(figure) ? Double.toString(figure) : "";
    }

    /** One run's rows in the common table. */
    private record Curve(String run, List<List<String>> rows) {
        void add(RunEvent.EpochDone epoch, Part part) {
            figure(epoch.phase(), epoch.epoch(), "loss", epoch.loss());
            figure(epoch.phase(), epoch.epoch(), "seconds", epoch.seconds());
            figure(epoch.phase(), epoch.epoch(), "examples_per_second", epoch.examplesPerSecond());
            figure(epoch.phase(), epoch.epoch(), "evaluation_seconds", epoch.evaluationSeconds());
            epoch.health().forEach((name, value) -> figure(epoch.phase(), epoch.epoch(), "health/" + name, value));
            epoch.metrics().forEach((name, value) -> figure(epoch.phase(), epoch.epoch(), part.path(name), value));
        }

        void add(RunEvent.Tested tested) {
            tested.metrics().forEach((name, value) -> figure("test", tested.epoch(), Part.TEST.path(name), value));
            tested.coldMetrics().forEach((name, value) -> figure("test", tested.epoch(), COLD + name, value));
        }

        private void figure(String phase, int epoch, String metric, double value) {
            if (Double.isFinite(value)) {
                rows.add(List.of(run, phase, Integer.toString(epoch), metric, Double.toString(value)));
            }
        }
    }
}
