package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.store.folder.Sums;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings of a workspace, shared by all processes. */
public final class WorkspaceChoices {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceChoices.class);
    private static final String PARALLEL_RUNS = "at_a_time";

    private final RunDatabase database;

    public WorkspaceChoices(RunDatabase database) {
        this.database = database;
    }

    /** How many runs train in parallel; 1 if not set, or damaged. */
    public int parallelRuns() throws DataException {
        List<Integer> chosen = database.query(
                row -> number(row.getString(1), row.getObject(2) instanceof Number sum ? sum.longValue() : -1),
                "SELECT value, sum FROM choices WHERE name = ?",
                PARALLEL_RUNS);
        return chosen.isEmpty() ? 1 : Math.max(1, chosen.get(0));
    }

    /** Parses a value; values of earlier versions have no checksum. */
    private static int number(String value, long sum) {
        try {
            if (sum < 0 || sum == Sums.of(PARALLEL_RUNS, value)) {
                return Integer.parseInt(value);
            }
        } catch (NumberFormatException e) {
            LOG.debug("no number", e);
        }
        LOG.warn("the number of runs that train in parallel is damaged; it is 1 until it is chosen again");
        return 1;
    }

    public void parallelRuns(int runs) throws DataException {
        String value = Integer.toString(runs);
        database.change(() -> {
            database.update(
                    "INSERT OR REPLACE INTO choices (name, value, sum) VALUES (?, ?, ?)",
                    PARALLEL_RUNS,
                    value,
                    Sums.of(PARALLEL_RUNS, value));
        });
    }
}
