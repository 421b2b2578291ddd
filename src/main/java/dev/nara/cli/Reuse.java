package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunSpec;
import dev.nara.run.RunStore;
import dev.nara.run.StoredRun;
import dev.nara.run.Workbench;
import java.util.HashMap;
import java.util.Map;

/** Reopens runs, reading data that several share once. */
final class Reuse {
    private final Workbench workbench;
    private final RunStore store;
    private final Map<String, Prepared> read = new HashMap<>();

    Reuse(Workbench workbench, RunStore store) {
        this.workbench = workbench;
        this.store = store;
    }

    Workbench.Reopened reopen(StoredRun run) throws DataException {
        RunSpec spec = run.spec();
        String key = spec.data() + "|" + spec.format() + "|" + spec.recipe();
        Prepared data = read.get(key);
        if (data == null) {
            data = workbench.data(run, Progress.NONE);
            read.put(key, data);
        }
        return workbench.reopen(store, run, data);
    }
}
