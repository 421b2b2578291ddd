package dev.nara.store.folder;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.file.Path;

/** Weights and users' figures of stored runs, as a training that reached their best epochs would have left them. */
public final class TestModels {
    private TestModels() {}

    private static BestFiles of(RunStore store, StoredRun run) throws DataException {
        return new BestFiles(store.files(), run.id(), store.identity(run));
    }

    /** Stores weights of the best epoch of a run, or of a run without one. */
    public static void weights(RunStore store, long run, Weights weights) throws DataException, IOException {
        StoredRun stored = store.find(Long.toString(run));
        of(store, stored).write(BestFiles.best(stored), weights);
    }

    /** Stores users' figures on the test part after it. */
    public static void userFigures(RunStore store, long run, Weights figures) throws DataException, IOException {
        StoredRun stored = store.find(Long.toString(run));
        of(store, stored).writeUserFigures(BestFiles.best(stored), figures);
    }

    /** Where the weights of the best epoch are, if they are. */
    public static Path weightsFile(RunStore store, long run) throws DataException {
        StoredRun stored = store.find(Long.toString(run));
        return of(store, stored).weightsFile(BestFiles.best(stored));
    }

    /** The same of users' figures. */
    public static Path userFiguresFile(RunStore store, long run) throws DataException {
        StoredRun stored = store.find(Long.toString(run));
        return of(store, stored).userFiguresFile(BestFiles.best(stored));
    }
}
