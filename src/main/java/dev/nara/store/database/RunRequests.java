package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.run.TakenAway;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests about runs to the process that trains them, and ends runs that no process works on. */
public final class RunRequests {
    private static final Logger LOG = LoggerFactory.getLogger(RunRequests.class);

    private final RunDatabase database;
    private final RunTable table;
    private final RunOwners owners;

    public RunRequests(RunDatabase database, RunTable table, RunOwners owners) {
        this.database = database;
        this.table = table;
        this.owners = owners;
    }

    /**
     * Sends a request to the process that works on a run; a run that only waits there is cancelled.
     *
     * @throws DataException if no other process works on it
     */
    public void send(long run, RunRequest request) throws DataException {
        database.change(() -> {
            StoredRun stored = table.find(Long.toString(run));
            check(stored, request);
            RunState state = stored.state() == RunState.QUEUED ? RunState.CANCELLED : stored.state();
            database.update("UPDATE runs SET wish = ?, state = ? WHERE id = ?", request.name(), state.name(), run);
        });
    }

    private void check(StoredRun run, RunRequest request) throws DataException {
        boolean waits = run.state() == RunState.QUEUED;
        boolean trained = owners.elsewhere(run) && run.state() != RunState.INTERRUPTED;
        if (!trained || (waits && request != RunRequest.STOP)) {
            throw nobody(run);
        }
        boolean already = (request == RunRequest.PAUSE && run.state() == RunState.PAUSED)
                || (request == RunRequest.GO_ON && run.state() == RunState.RUNNING);
        if (already) {
            throw new DataException(
                    Text.of("run.already", run.id(), Text.of("state." + run.state())), Text.of("run.already.remedy"));
        }
    }

    private static DataException nobody(StoredRun run) {
        return new DataException(
                Text.of("run.not.elsewhere", run.id(), Text.of("state." + run.state())),
                Text.of("run.not.elsewhere.remedy"));
    }

    /** The control of a run of this process, which follows requests of other processes; it ends a run that was taken away. */
    public RunControl control(long run) {
        return new RunControl(() -> take(run));
    }

    private Optional<RunRequest> take(long run) {
        try {
            if (!table.owns(run)) {
                throw new TakenAway(run);
            }
            List<String> asked = database.texts("SELECT wish FROM runs WHERE id = ? AND wish <> ''", run);
            // Cleared only if it is still the request that was read; another may have been sent in the meantime.
            boolean taken = !asked.isEmpty()
                    && database.update("UPDATE runs SET wish = '' WHERE id = ? AND wish = ?", run, asked.get(0)) > 0;
            return taken ? Optional.of(RunRequest.valueOf(asked.get(0))) : Optional.empty();
        } catch (DataException | SQLException | IllegalArgumentException e) {
            LOG.warn("requests of other programs for run {} cannot be read", run, e);
            return Optional.empty();
        }
    }

    /**
     * Cancels a run that waits, is paused or was interrupted, in its current state.
     *
     * @throws DataException if another process works on it
     */
    public void stop(long run) throws DataException {
        database.change(() -> {
            checkNotElsewhere(table, owners, run);
            database.update(
                    "UPDATE runs SET state = 'CANCELLED' WHERE id = ? AND state IN ('QUEUED', 'PAUSED', 'INTERRUPTED')",
                    run);
        });
    }

    /**
     * Takes a run away from the process that seems to work on it: from now on the run is interrupted. If a process does work on it, it can
     * store nothing more, and stops at its next batch; if it waits in that process, it does not begin.
     *
     * @throws DataException if it has ended
     */
    public void takeAway(long run) throws DataException {
        database.change(() -> {
            StoredRun stored = table.find(Long.toString(run));
            if (stored.state().ended()) {
                throw nobody(stored);
            }
            database.update("UPDATE runs SET state = 'INTERRUPTED', process = '', wish = '' WHERE id = ?", run);
        });
    }

    public static void checkNotElsewhere(RunTable table, RunOwners owners, long run) throws DataException {
        for (StoredRun stored : table.evenDamaged("WHERE id = ?", run)) {
            if (owners.elsewhere(stored)) {
                throw new DataException(Text.of("run.elsewhere", run), Text.of("archive.running.remedy"));
            }
        }
    }
}
