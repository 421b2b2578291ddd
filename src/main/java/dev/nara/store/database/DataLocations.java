package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.sql.SQLException;

/** Where the data of runs is; it may be moved, but never replaced by other data. */
public final class DataLocations {
    private final RunDatabase database;
    private final RunTable table;

    public DataLocations(RunDatabase database, RunTable table) {
        this.database = database;
        this.table = table;
    }

    /**
     * Stores the new location of a run's data, also for every other run with the same data at the same location; returns how many runs
     * these are.
     *
     * @throws DataException if the data differs
     */
    public int moved(StoredRun run, Dataset to) throws DataException {
        check(Long.toString(run.id()), run.spec(), to);
        return database.change(() -> move(run, to));
    }

    private int move(StoredRun run, Dataset to) throws SQLException, IOException, DataException {
        int moved = 0;
        for (StoredRun each : table.runs("WHERE trashed = 0")) {
            if (each.spec().data().equals(run.spec().data())
                    && to.has(each.spec().fingerprint())) {
                RunSpec there = each.spec().at(to.path());
                moved += table.setSpec(each.id(), there);
            }
        }
        return moved;
    }

    /** Throws if this is not the data of a run; {@code run} is its name for the message. */
    public static void check(String run, RunSpec spec, Dataset data) throws DataException {
        if (!data.has(spec.fingerprint())) {
            throw new DataException(data.path(), Text.of("run.other.data", run), Text.of("run.moved.remedy"));
        }
    }
}
