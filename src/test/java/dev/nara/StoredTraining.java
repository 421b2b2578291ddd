package dev.nara;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.Map;

/** Trains runs of usual split and metrics into a workspace, one after another. */
public final class StoredTraining implements AutoCloseable {
    private final Services services;
    private final Prepared data;
    private final RunStore store;

    private StoredTraining(Services services, Path data) throws DataException {
        this.services = services;
        this.data = services.open(data, Recipe.USUAL, Progress.NONE);
        this.store = RunStore.open(services.workspace());
    }

    /** On the bundled sample. */
    public static StoredTraining onSample(Path folder) throws DataException {
        Services services = TestServices.on(folder);
        return new StoredTraining(services, services.sample());
    }

    /** On other data. */
    public static StoredTraining on(Path folder, Path data) throws DataException {
        return new StoredTraining(TestServices.on(folder), data);
    }

    /** Trains a run to its end. */
    public void train(String algorithm, Map<String, String> values, int epochs, long seed) throws DataException {
        TestServices.train(services, store, data, algorithm, values, epochs, seed);
    }

    /** Trains a run of so many epochs only to the epoch {@code last}. */
    public void leave(String algorithm, Map<String, String> values, int epochs, long seed, int last)
            throws DataException {
        TestServices.train(services, store, data, algorithm, values, epochs, seed, last);
    }

    @Override
    public void close() throws DataException {
        store.close();
    }
}
