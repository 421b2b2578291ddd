package dev.nara.run;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Datasets;
import dev.nara.data.Progress;
import dev.nara.run.RunStore.StoredRun;
import dev.nara.split.Splits;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the window and the command line both work with.
 *
 * @param datasets readers of every format
 * @param splits every split
 * @param catalogue every algorithm
 * @param sample the folder of the bundled sample
 * @param workspace where runs are kept unless a command names another place
 */
public record Workbench(Datasets datasets, Splits splits, Catalogue catalogue, Path sample, Path workspace) {

    /** Applies a spec to its dataset. */
    public Experiment prepare(RunSpec spec, Dataset dataset) throws DataException {
        return Experiment.prepare(spec, dataset, splits, catalogue);
    }

    /** A stored run with its data read again and its model made again. */
    public record Reopened(StoredRun run, Experiment experiment, Recommender recommender) {}

    /** Reads a run's dataset and weights again. */
    public Reopened reopen(RunStore store, StoredRun run, Progress progress) throws DataException {
        return reopen(
                store, run, datasets.read(Path.of(run.spec().data()), run.spec().format(), progress));
    }

    /** Reads a run's weights again, for its dataset that is open already. */
    public Reopened reopen(RunStore store, StoredRun run, Dataset dataset) throws DataException {
        if (!run.spec().fingerprint().equals(dataset.fingerprint())) {
            throw new DataException(
                    dataset.source(), Text.of("run.other.data", run.id()), Text.of("weights.mismatch.remedy"));
        }
        Experiment experiment = prepare(run.spec(), dataset);
        Path file = store.weights(run.id());
        try {
            return new Reopened(run, experiment, experiment.restore(Safetensors.read(file)));
        } catch (IOException e) {
            throw new DataException(
                    file, Text.of("run.no.weights", String.valueOf(run.id())), Text.of("run.no.weights.remedy"));
        }
    }
}
