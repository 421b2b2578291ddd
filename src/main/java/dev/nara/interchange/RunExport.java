package dev.nara.interchange;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.run.RunEvent;
import dev.nara.store.RunArchive;
import dev.nara.store.RunStore;
import dev.nara.store.Safetensors;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stored run in the forms that other people and programs take. */
public final class RunExport {
    /** One file to be imported elsewhere, a page to read, what MLflow, TensorBoard, NumPy and the Embedding Projector open. */
    public static final List<String> KINDS = List.of("run", "html", "mlflow", "tensorboard", "npz", "projector");

    private static final Logger LOG = LoggerFactory.getLogger(RunExport.class);

    private final Services services;
    private final RunStore store;
    private final Locale locale;

    /** Of a workspace's runs, with words in that language. */
    public RunExport(Services services, RunStore store, Locale locale) {
        this.services = services;
        this.store = store;
        this.locale = locale;
    }

    /** Whether a kind is a folder, to which runs are added; else it is one file. */
    public static boolean isFolder(String kind) {
        return List.of("mlflow", "tensorboard", "projector").contains(kind);
    }

    /** The usual name of a run in that form. */
    public static String name(String kind, StoredRun run) {
        return isFolder(kind) ? kind : "run-" + run.id() + (kind.equals("run") ? ".zip" : "." + kind);
    }

    /** Where one of several runs goes in a folder for all. */
    public static Path among(String kind, StoredRun run, Path folder) {
        return switch (kind) {
            // These tell runs apart themselves.
            case "mlflow", "tensorboard" -> folder;
            case "projector" -> folder.resolve("run-" + run.id());
            default -> folder.resolve(name(kind, run));
        };
    }

    /**
     * Writes a run.
     *
     * @param kind one of {@link #KINDS}
     * @throws DataException if there is no such kind, or the run has no weights where they are needed
     */
    public void write(String kind, StoredRun run, Path to) throws DataException, IOException {
        boolean curves = List.of("html", "mlflow", "tensorboard").contains(kind);
        List<RunEvent> events = curves ? store.replay(run.id()) : List.of();
        switch (kind) {
            case "run" -> RunArchive.export(store, run, to);
            case "html" -> HtmlReport.write(to, run, events, services.command(run.spec()), locale);
            case "mlflow" -> MlflowStore.add(to, run, events, store.files());
            case "tensorboard" ->
                TensorBoardFile.write(to.resolve("run-" + run.id()), Instant.parse(run.created()), events);
            case "npz" -> NumPyFile.write(to, weights(run), ids(run));
            case "projector" ->
                ProjectorFiles.write(
                        to, weights(run), services.data(run, Progress.NONE).dataset());
            default ->
                throw new DataException(
                        Text.of("export.kind", kind), Text.of("export.kind.remedy", String.join(", ", KINDS)));
        }
    }

    /** What the rows of the weights belong to, where the run's data can still be read. */
    private Map<String, IdIndex> ids(StoredRun run) {
        try {
            Dataset dataset = services.data(run, Progress.NONE).dataset();
            return Map.of("user_ids", dataset.users(), "item_ids", dataset.items());
        } catch (DataException e) {
            LOG.info("weights are exported without ids: {}", e.message(Locale.ENGLISH));
            return Map.of();
        }
    }

    private Weights weights(StoredRun run) throws DataException {
        Path file = store.files().weights(run.id());
        try {
            return Safetensors.read(file);
        } catch (IOException e) {
            throw new DataException(
                    file, Text.of("run.no.weights", String.valueOf(run.id())), Text.of("run.no.weights.remedy"));
        }
    }
}
