package dev.nara.export;

import dev.nara.data.AtomicFile;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.run.StoredRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Runs as an MLflow file store, {@code mlflow ui --backend-store-uri FOLDER}: a folder an experiment, within it a folder a
 * run, with one file a metric ("time value step" a line), a parameter and a tag.
 */
public final class MlflowStore {
    private static final String EXPERIMENT = "1";

    private MlflowStore() {}

    /** Adds a run to the store in the folder, which is made where it is missing; the same run again replaces itself. */
    public static void add(Path folder, StoredRun run, List<RunEvent> events) throws IOException {
        Path experiment = folder.resolve(EXPERIMENT);
        // Made first, for only a folder that exists ends in a slash.
        Files.createDirectories(experiment);
        String place = experiment.toAbsolutePath().toUri().toString();
        long began = Instant.parse(run.created()).toEpochMilli();
        if (!Files.exists(experiment.resolve("meta.yaml"))) {
            text(
                    experiment.resolve("meta.yaml"),
                    "artifact_location: " + place + "\ncreation_time: " + began + "\nexperiment_id: '" + EXPERIMENT
                            + "'\nlast_update_time: " + began + "\nlifecycle_stage: active\nname: nara\n");
        }
        String id = UUID.nameUUIDFromBytes((run.created() + run.id()).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        Path home = experiment.resolve(id);
        long end = metrics(home.resolve("metrics"), began, events);
        parameters(home.resolve("params"), run);
        Files.createDirectories(home.resolve("artifacts"));
        text(home.resolve("tags/mlflow.runName"), run.title());
        text(home.resolve("tags/mlflow.user"), "nara");
        text(home.resolve("tags/mlflow.note.content"), run.label().notes());
        text(
                home.resolve("meta.yaml"),
                "artifact_uri: " + place + id + "/artifacts\nend_time: " + end + "\nentry_point_name: ''\n"
                        + "experiment_id: '" + EXPERIMENT + "'\nlifecycle_stage: active\nrun_id: " + id
                        + "\nrun_name: '" + run.title().replace("'", "''") + "'\nrun_uuid: " + id
                        + "\nsource_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: " + began
                        + "\nstatus: " + status(run.state()) + "\ntags: []\nuser_id: nara\n");
    }

    /** MLflow's numbers of states: running 1, finished 3, failed 4, killed 5. */
    private static int status(RunState state) {
        return switch (state) {
            case FINISHED -> 3;
            case FAILED -> 4;
            case CANCELLED, INTERRUPTED -> 5;
            default -> 1;
        };
    }

    private static long metrics(Path folder, long began, List<RunEvent> events) throws IOException {
        Map<String, StringBuilder> lines = new TreeMap<>();
        double seconds = 0;
        int step = 0;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.EpochDone epoch) {
                step++;
                seconds += epoch.seconds() + epoch.evaluationSeconds();
                String before = (began + Math.round(1000 * seconds)) + " ";
                String after = " " + step + "\n";
                line(lines, "loss", before + epoch.loss() + after);
                line(lines, "examples_per_second", before + epoch.examplesPerSecond() + after);
                epoch.health().forEach((name, figure) -> line(lines, "health_" + name, before + figure + after));
                for (Map.Entry<String, Double> metric : epoch.metrics().entrySet()) {
                    line(lines, metric.getKey().replace('@', '_'), before + metric.getValue() + after);
                }
            }
        }
        for (Map.Entry<String, StringBuilder> metric : lines.entrySet()) {
            text(folder.resolve(metric.getKey()), metric.getValue().toString());
        }
        return began + Math.round(1000 * seconds);
    }

    private static void line(Map<String, StringBuilder> lines, String metric, String line) {
        lines.computeIfAbsent(metric, m -> new StringBuilder()).append(line);
    }

    private static void parameters(Path folder, StoredRun run) throws IOException {
        Map<String, String> all = new TreeMap<>(run.spec().values());
        all.put("algorithm", run.spec().algorithm());
        all.put("data", run.spec().data());
        all.put("split", run.spec().split());
        all.put("candidates", run.spec().candidates());
        all.put("engine", run.spec().engine());
        all.put("epochs", Integer.toString(run.spec().epochs()));
        all.put("seed", Long.toString(run.spec().seed()));
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            text(folder.resolve(parameter.getKey()), parameter.getValue());
        }
    }

    private static void text(Path file, String content) throws IOException {
        AtomicFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
