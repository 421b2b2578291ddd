package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.TakenAway;
import java.io.IOException;
import java.sql.SQLException;

/** Appends events to the runs that this program works on; refuses those of a run that was taken away from it. */
public final class EventLog {
    private final RunDatabase database;
    private final RunTable table;
    private final RunOwners owners;

    public EventLog(RunDatabase database, RunTable table, RunOwners owners) {
        this.database = database;
        this.table = table;
        this.owners = owners;
    }

    /** Appends an event, with what follows from it for the run. */
    public void append(long run, RunEvent event) throws SQLException, IOException, DataException {
        database.transaction(() -> {
            checkOwn(run);
            table.append(run, event);
            return true;
        });
    }

    /** This program works on a run no longer. */
    public void release(long run) {
        owners.release(run);
    }

    /**
     * Makes sure that the run is still this program's to work on.
     *
     * @throws TakenAway if it is not
     */
    public void checkOwn(long run) throws DataException {
        if (!table.owns(run)) {
            throw new TakenAway(run);
        }
    }
}
