package dev.nara.store;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import java.util.HashMap;
import java.util.Map;

/** Reopens runs, reading data that several runs share only once. */
public final class ReopenedRuns {
    private final Services services;
    private final RunStore store;
    private final Map<String, Prepared> read = new HashMap<>();

    /** Uses data that is already open for the runs on it. */
    public ReopenedRuns(Services services, RunStore store, Prepared open) {
        this(services, store);
        Dataset dataset = open.dataset();
        read.put(key(dataset.path().toString(), dataset.format(), open.recipe()), open);
    }

    private static String key(String path, String format, Recipe recipe) {
        return path + "|" + format + "|" + recipe;
    }

    /** For the runs of a store. */
    public ReopenedRuns(Services services, RunStore store) {
        this.services = services;
        this.store = store;
    }

    /** The run with its model; reuses data already read for another run. */
    public Services.Reopened reopen(StoredRun run) throws DataException {
        RunSpec spec = run.spec();
        String key = key(spec.data(), spec.format(), spec.recipe());
        Prepared data = read.get(key);
        if (data == null) {
            data = services.data(run, Progress.NONE);
            read.put(key, data);
        }
        return services.reopen(store, run, data);
    }
}
