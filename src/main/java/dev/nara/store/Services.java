package dev.nara.store;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.file.DataFiles;
import dev.nara.run.TrainingBackend;
import dev.nara.spec.Algorithms;
import dev.nara.spec.CommandText;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.RunArtefact;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The services that the window and the command line share.
 *
 * @param datasets readers of every format
 * @param algorithms every algorithm
 * @param sample the folder of the bundled sample
 * @param workspace where runs are stored unless a command names another folder
 * @param artefacts files written into the folder of every run
 * @param backend where the trials of a search are trained
 */
public record Services(
        Datasets datasets,
        Algorithms algorithms,
        Path sample,
        Path workspace,
        List<RunArtefact> artefacts,
        TrainingBackend backend) {
    /** All processes of the workspace share the GPUs. */
    public Services {
        algorithms = algorithms.sharing(new SharedGpus(workspace));
    }

    /** With trials trained in this process. */
    public Services(
            Datasets datasets, Algorithms algorithms, Path sample, Path workspace, List<RunArtefact> artefacts) {
        this(datasets, algorithms, sample, workspace, artefacts, TrainingBackend.HERE);
    }

    /** The same with another default workspace. */
    public Services at(Path place) {
        return new Services(datasets, algorithms, sample, place, artefacts, backend);
    }

    /** The same with another backend for the trials of a search. */
    public Services on(TrainingBackend other) {
        return new Services(datasets, algorithms, sample, workspace, artefacts, other);
    }

    /** Opens or creates a workspace. */
    public RunStore store(Path place) throws DataException {
        return RunStore.open(place, artefacts);
    }

    /** Reads the data at the path and prepares it according to the recipe. */
    public Prepared open(Path path, Recipe recipe, Progress progress) throws DataException {
        return Preparing.apply(datasets.read(path, recipe, progress), recipe);
    }

    /** Applies a spec to its dataset. */
    public PreparedRun prepare(RunSpec spec, Dataset dataset) throws DataException {
        return PreparedRun.prepare(spec, dataset, algorithms);
    }

    /** The command line that trains a run again. */
    public String command(RunSpec spec) throws DataException {
        return CommandText.of(spec, algorithms.algorithm(spec.algorithm()));
    }

    /** A stored run with its data and its restored model. */
    public record Reopened(StoredRun run, Prepared data, PreparedRun preparedRun, Recommender recommender) {}

    /** Reads a run's dataset again and applies its settings to it. */
    public PreparedRun preparedRun(StoredRun run, Progress progress) throws DataException {
        return preparedRun(run, data(run, progress));
    }

    /** Applies a run's settings to its dataset, which must have the fingerprint of the run's data. */
    public PreparedRun preparedRun(StoredRun run, Prepared data) throws DataException {
        Dataset dataset = data.dataset();
        if (!dataset.has(run.spec().fingerprint())) {
            throw new DataException(
                    dataset.path(), Text.of("run.other.data", run.id()), Text.of("weights.mismatch.remedy"));
        }
        return prepare(run.spec(), dataset);
    }

    /** Reads and prepares a run's data again. */
    public Prepared data(StoredRun run, Progress progress) throws DataException {
        RunSpec spec = run.spec();
        Path place = place(run);
        if (!DataFiles.exist(place)) {
            throw new DataException(
                    place, Text.of("run.data.gone", run.id()), Text.of("run.data.gone.remedy", run.id()));
        }
        Recipe recipe = spec.recipe().read(spec.format(), spec.recipe().encoding());
        return open(place, recipe, progress);
    }

    /** The path of the data; a valid path on one machine may be invalid on another. */
    private static Path place(StoredRun run) throws DataException {
        try {
            return Path.of(run.spec().data());
        } catch (InvalidPathException e) {
            throw new DataException(Text.of("run.data.gone", run.id()), Text.of("run.data.gone.remedy", run.id()));
        }
    }

    /** Reads a run's dataset and weights again. */
    public Reopened reopen(RunStore store, StoredRun run, Progress progress) throws DataException {
        return reopen(store, run, data(run, progress));
    }

    /** Reads a run's weights again; its dataset is already open. */
    public Reopened reopen(RunStore store, StoredRun run, Prepared data) throws DataException {
        PreparedRun preparedRun = at(store.workspace()).preparedRun(run, data);
        return new Reopened(
                run, data, preparedRun, preparedRun.restore(store.models().weights(run)));
    }
}
