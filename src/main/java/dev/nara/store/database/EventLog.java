package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.TakenAway;
import java.io.IOException;
import java.sql.SQLException;

/** Appends events to the runs that this process works on; refuses events of a run that another process has taken away. */
public final class EventLog {
    private final RunDatabase database;
    private final RunTable table;
    private final RunOwners owners;

    public EventLog(RunDatabase database, RunTable table, RunOwners owners) {
        this.database = database;
        this.table = table;
        this.owners = owners;
    }

    /** Appends an event and updates the run's row. */
    public void append(long run, RunEvent event) throws SQLException, IOException, DataException {
        database.transaction(() -> {
            checkOwn(run);
            table.append(run, event);
            return true;
        });
    }

    /** Records that this process no longer works on a run. */
    public void release(long run) {
        owners.release(run);
    }

    /**
     * Throws if this process may no longer work on the run.
     *
     * @throws TakenAway if the run was taken away
     */
    public void checkOwn(long run) throws DataException {
        if (!table.owns(run)) {
            throw new TakenAway(run);
        }
    }
}
