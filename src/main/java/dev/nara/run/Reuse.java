package dev.nara.run;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import java.util.HashMap;
import java.util.Map;

/** Reopens runs, reading data that several share once. */
public final class Reuse {
    private final Workbench workbench;
    private final RunStore store;
    private final Map<String, Prepared> read = new HashMap<>();

    /** The same, where some data is open already. */
    public Reuse(Workbench workbench, RunStore store, Prepared open) {
        this(workbench, store);
        Dataset dataset = open.dataset();
        read.put(key(dataset.path().toString(), dataset.format(), open.recipe()), open);
    }

    private static String key(String path, String format, Recipe recipe) {
        return path + "|" + format + "|" + recipe;
    }

    /** For the runs of a store. */
    public Reuse(Workbench workbench, RunStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    /** The run with its model; data that another run read already is not read again. */
    public Workbench.Reopened reopen(StoredRun run) throws DataException {
        RunSpec spec = run.spec();
        String key = key(spec.data(), spec.format(), spec.recipe());
        Prepared data = read.get(key);
        if (data == null) {
            data = workbench.data(run, Progress.NONE);
            read.put(key, data);
        }
        return workbench.reopen(store, run, data);
    }
}
