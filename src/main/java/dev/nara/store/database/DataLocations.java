package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.sql.SQLException;

/** Where the data of runs lies; it may be moved, but never exchanged for other data. */
public final class DataLocations {
    private final RunDatabase database;
    private final RunTable table;

    public DataLocations(RunDatabase database, RunTable table) {
        this.database = database;
        this.table = table;
    }

    /**
     * Remembers where a run's data lies now, and that of every other run on the same data in the same place; returns how many
     * runs that are.
     *
     * @throws DataException if it is other data
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

    /** Makes sure that it is the data of a run, whose name is for the message. */
    public static void check(String run, RunSpec spec, Dataset data) throws DataException {
        if (!data.has(spec.fingerprint())) {
            throw new DataException(data.path(), Text.of("run.other.data", run), Text.of("run.moved.remedy"));
        }
    }
}
