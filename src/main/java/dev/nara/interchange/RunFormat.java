package dev.nara.interchange;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.FileNames;
import dev.nara.data.read.file.StoredData;
import dev.nara.store.archive.RunArchive;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.References;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A format in which a stored run is written for other people and programs. A new one is one entry here. */
public enum RunFormat {
    /** One file, to be imported into another workspace. */
    RUN(".zip") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            RunArchive.export(from.store(), run, to);
        }

        /** The stored split contains user ids. */
        @Override
        public boolean namesUsers() {
            return true;
        }
    },
    /** A page to read. */
    HTML(".html") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            String command = from.services().command(run.spec());
            RunStory story = new RunStory(
                    run,
                    from.store().replay(run.id()),
                    new References(from.services().algorithms(), from.store()).of(run),
                    from.store().looks().count(run.spec()));
            HtmlReport.write(to, story, command, from.services(), from.locale());
        }
    },
    /** MLflow's file store, which separates runs itself. */
    MLFLOW("") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            MlflowStore.add(to, run, from.store().replay(run.id()), from.store());
        }

        @Override
        public Path among(StoredRun run, Path folder) {
            return folder;
        }
    },
    /** TensorBoard's log, which separates runs by folders, named by run and data. */
    TENSORBOARD("") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            Path folder =
                    FileNames.within(to, "run-" + run.id() + "-" + run.spec().dataName());
            TensorBoardFile.write(
                    folder, Instant.parse(run.created()), from.store().replay(run.id()));
        }

        @Override
        public Path among(StoredRun run, Path folder) {
            return folder;
        }
    },
    /** Weights for NumPy. */
    NPZ(".npz") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            NumPyFile.write(to, from.weights(run), from.ids(run));
        }

        @Override
        public boolean namesUsers() {
            return true;
        }
    },
    /** Settings and figures of all runs as one table, and their curves as another. */
    TABLE("") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            writeAll(from, List.of(run), to);
        }

        @Override
        public void writeAll(RunSource from, List<StoredRun> runs, Path folder) throws DataException, IOException {
            RunTables.write(folder, runs, from.store());
        }

        @Override
        public boolean together() {
            return true;
        }
    },
    /** A model for ONNX Runtime: scores of pairs, and top items of users. */
    ONNX("") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            Dataset dataset = from.dataset(run);
            OnnxFiles.write(to, run.spec().algorithm(), from.described(run), dataset.users(), dataset.items());
        }

        @Override
        public String fileName(StoredRun run) {
            return "run-" + run.id() + "-onnx";
        }

        @Override
        public boolean namesUsers() {
            return true;
        }
    },
    /** A notebook that draws the curves, several runs in one. */
    NOTEBOOK(".ipynb") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            writeAll(from, List.of(run), to);
        }

        @Override
        public void writeAll(RunSource from, List<StoredRun> runs, Path to) throws DataException, IOException {
            new Notebook(from).write(file(to, "runs.ipynb"), runs);
        }
    },
    /** The Python module that reads a workspace, the same for all runs. */
    PYTHON(".py") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            writeAll(from, List.of(run), to);
        }

        @Override
        public void writeAll(RunSource from, List<StoredRun> runs, Path to) throws DataException, IOException {
            PythonReader.write(file(to, PythonReader.NAME));
        }

        @Override
        public String fileName(StoredRun run) {
            return PythonReader.NAME;
        }

        @Override
        public boolean ofNoRun() {
            return true;
        }
    },
    /** Tables for the Embedding Projector. */
    PROJECTOR("") {
        @Override
        public void write(RunSource from, StoredRun run, Path to) throws DataException, IOException {
            ProjectorFiles.write(to, from.weights(run), from.dataset(run));
        }

        @Override
        public Path among(StoredRun run, Path folder) {
            return folder.resolve("run-" + run.id());
        }

        @Override
        public boolean namesUsers() {
            return true;
        }
    };

    private final String ending;

    /** {@code ending} of a file's name; "" for a folder. */
    RunFormat(String ending) {
        this.ending = ending;
    }

    /** Writes runs, one as itself and several into a folder; nothing of the data that they were trained on is replaced. */
    public final void export(RunSource from, List<StoredRun> runs, Path to) throws DataException, IOException {
        runs.forEach(run -> StoredData.keep(run.spec().data()));
        if (runs.size() == 1) {
            write(from, runs.get(0), to);
        } else {
            writeAll(from, runs, to);
        }
    }

    /**
     * Writes a run.
     *
     * @throws DataException if the run lacks what the format needs, such as weights
     */
    public abstract void write(RunSource from, StoredRun run, Path to) throws DataException, IOException;

    /** Writes several runs to a folder, each at the path that {@link #among} gives. */
    public void writeAll(RunSource from, List<StoredRun> runs, Path folder) throws DataException, IOException {
        for (StoredRun run : runs) {
            write(from, run, among(run, folder));
        }
    }

    /** Whether runs are written to be compared, so that all are exported if none is named. */
    public boolean together() {
        return false;
    }

    /** Whether the output is the same for all runs. */
    public boolean ofNoRun() {
        return false;
    }

    /** The given path if it has the usual name's ending, else the usual name in that folder. */
    private static Path file(Path to, String usual) {
        String ending = usual.substring(usual.indexOf('.'));
        return to.toString().endsWith(ending) ? to : to.resolve(usual);
    }

    /** The name, as in {@code --as}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format with a name.
     *
     * @throws DataException if there is none
     */
    public static RunFormat of(String id) throws DataException {
        for (RunFormat format : values()) {
            if (format.id().equals(id)) {
                return format;
            }
        }
        throw new DataException(Text.of("export.kind", id), Text.of("export.kind.remedy", ids()));
    }

    /** The names of all, separated by commas. */
    public static String ids() {
        return Arrays.stream(values()).map(RunFormat::id).collect(Collectors.joining(", "));
    }

    /** Whether the output is a folder to which runs are added, instead of one file. */
    public boolean isFolder() {
        return ending.isEmpty();
    }

    /** Whether the output, or its input, contains user ids. */
    public boolean namesUsers() {
        return false;
    }

    /** The usual name of a run in this format. */
    public String fileName(StoredRun run) {
        return isFolder() ? id() : "run-" + run.id() + ending;
    }

    /** The path of one of several runs in a common folder. */
    public Path among(StoredRun run, Path folder) {
        return folder.resolve(fileName(run));
    }
}
