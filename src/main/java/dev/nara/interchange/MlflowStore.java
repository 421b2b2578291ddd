package dev.nara.interchange;

import dev.nara.algorithm.Weights;
import dev.nara.analysis.SettingsComparison;
import dev.nara.data.DataException;
import dev.nara.data.FileNames;
import dev.nara.data.InputFile;
import dev.nara.data.OutputFile;
import dev.nara.data.PrivateFiles;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.Part;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.Safetensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes runs as an MLflow file store, for {@code mlflow ui --backend-store-uri FOLDER}: a folder per experiment, in it a folder per run,
 * with one file per metric ("time value step" lines), parameter and tag, and the run's weights. Steps are epochs, for the test part the
 * best one; those of {@code batch_loss} are examples trained on.
 */
public final class MlflowStore {
    private static final String EXPERIMENT = "1";

    private MlflowStore() {}

    /** Adds a run to the store in a folder, which is created if necessary; a run that is there already is replaced. */
    public static void add(Path folder, StoredRun run, List<RunEvent> events, RunStore store)
            throws IOException, DataException {
        Path experiment = folder.resolve(EXPERIMENT);
        // Created first, because only the URI of an existing folder ends in a slash.
        PrivateFiles.createFolder(experiment);
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
        artifacts(home.resolve("artifacts"), run, store);
        for (Map.Entry<String, String> tag : tags(run).entrySet()) {
            text(FileNames.within(home.resolve("tags"), tag.getKey()), tag.getValue());
        }
        text(
                home.resolve("meta.yaml"),
                "artifact_uri: " + place + id + "/artifacts\nend_time: " + end + "\nentry_point_name: ''\n"
                        + "experiment_id: '" + EXPERIMENT + "'\nlifecycle_stage: active\nrun_id: " + id
                        + "\nrun_name: '" + run.title().replace("'", "''") + "'\nrun_uuid: " + id
                        + "\nsource_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: " + began
                        + "\nstatus: " + status(run.state()) + "\ntags: []\nuser_id: nara\n");
    }

    private static void artifacts(Path folder, StoredRun run, RunStore store) throws IOException, DataException {
        PrivateFiles.createFolder(folder);
        if (store.models().hasWeights(run)) {
            Weights weights = store.models().weights(run);
            OutputFile.write(folder.resolve("best.safetensors"), out -> Safetensors.write(out, weights));
        }
        RunFiles files = store.files();
        for (Path file : List.of(files.split(run.id()), files.log(run.id()))) {
            if (Files.isRegularFile(file)) {
                OutputFile.write(
                        folder.resolve(
                                Objects.requireNonNull(file.getFileName()).toString()),
                        out -> InputFile.copyKept(file, out));
            }
        }
    }

    /** Tags instead of settings: names of MLflow's own, of this program's, and of the machine. */
    private static Map<String, String> tags(StoredRun run) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("mlflow.runName", run.title());
        tags.put("mlflow.user", "nara");
        tags.put("mlflow.note.content", run.label().notes());
        tags.put("tags", run.label().tags());
        tags.put("star", Boolean.toString(run.label().star()));
        tags.put("series", run.series());
        tags.put(
                "chosen_on_test",
                Boolean.toString(run.fitOf().isEmpty() && run.spec().chosenOnTest()));
        run.fitOf().ifPresent(of -> tags.put("fit_of", of.words().in(Locale.ENGLISH)));
        tags.put("fingerprint", run.spec().fingerprint());
        tags.put("program", run.environment().program());
        tags.put("java", run.environment().java());
        tags.put("system", run.environment().system());
        tags.put("cpu", run.environment().cpu());
        return tags;
    }

    /** MLflow's codes of states: running 1, finished 3, failed 4, killed 5. */
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
        double examples = 0;
        Part part = RunEvent.epochPart(events);
        int step = 0;
        int bestStep = 0;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Batch batch) {
                long at = began + Math.round(1000 * batch.seconds());
                long trained = Math.round(examples) + batch.done();
                line(lines, "batch_loss", at + " " + batch.loss() + " " + trained + "\n");
            } else if (event instanceof RunEvent.EpochDone epoch) {
                step++;
                bestStep = epoch.best() ? step : bestStep;
                seconds += epoch.seconds() + epoch.evaluationSeconds();
                examples += epoch.examples();
                String before = (began + Math.round(1000 * seconds)) + " ";
                String after = " " + step + "\n";
                line(lines, "loss", before + epoch.loss() + after);
                line(lines, "examples_per_second", before + epoch.examplesPerSecond() + after);
                epoch.health().forEach((name, figure) -> line(lines, "health_" + name, before + figure + after));
                for (Map.Entry<String, Double> metric : epoch.metrics().entrySet()) {
                    line(lines, name(part, metric.getKey()), before + metric.getValue() + after);
                }
            } else if (event instanceof RunEvent.Tested tested) {
                String before = (began + Math.round(1000 * seconds)) + " ";
                String after = " " + bestStep + "\n";
                tested.metrics()
                        .forEach((metric, figure) -> line(lines, name(Part.TEST, metric), before + figure + after));
            }
        }
        for (Map.Entry<String, StringBuilder> metric : lines.entrySet()) {
            text(path(folder, metric.getKey()), metric.getValue().toString());
        }
        return began + Math.round(1000 * seconds);
    }

    /** Parts of the data become folders. */
    private static Path path(Path folder, String name) {
        Path path = folder;
        for (String part : name.split("/", -1)) {
            path = FileNames.within(path, part);
        }
        return path;
    }

    /** MLflow does not allow @ in names. */
    private static String name(Part part, String metric) {
        return part.path(metric).replace('@', '_');
    }

    private static void line(Map<String, StringBuilder> lines, String metric, String line) {
        lines.computeIfAbsent(metric, m -> new StringBuilder()).append(line);
    }

    private static void parameters(Path folder, StoredRun run) throws IOException {
        for (Map.Entry<String, String> parameter :
                SettingsComparison.settings(run.spec()).entrySet()) {
            text(FileNames.within(folder, parameter.getKey()), parameter.getValue());
        }
    }

    private static void text(Path file, String content) throws IOException {
        OutputFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
