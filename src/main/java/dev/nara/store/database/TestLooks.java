package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.spec.RunSpec;
import dev.nara.split.AllRows;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often each test part was evaluated in the workspace: the more often, the more the best result on it is due to chance. An
 * evaluation stays counted when its run is deleted; repeating the same one does not count again. Safe for use by several threads and
 * processes.
 */
public final class TestLooks {
    private static final Logger LOG = LoggerFactory.getLogger(TestLooks.class);
    private static final String ADD = "INSERT OR IGNORE INTO looks (test, kind, what, created) VALUES (?, ?, ?, ?)";

    private final RunDatabase database;

    public TestLooks(RunDatabase database) {
        this.database = database;
    }

    /** What evaluated the test part. */
    public enum Kind {
        /** A run that was evaluated on the test part, or chose its best epoch there. */
        RUN,
        /** A stored run that was evaluated again: with other protocols or metrics, or with users folded in. */
        EVALUATION,
        /** Lists of a recipe that were scored. */
        COMPOSITION,
        /** Lists of a file or of a run that were scored for the ledger of submissions. */
        SUBMISSION
    }

    /** How often the test part of these settings was evaluated; 0 if nothing is held out. */
    public int count(RunSpec spec) throws DataException {
        return database.numbers("SELECT COUNT(*) FROM looks WHERE test = ?", spec.testPart())
                .get(0)
                .intValue();
    }

    /**
     * Counts an evaluation; does nothing in a read-only workspace.
     *
     * @param spec of a prepared run, whose test part was evaluated
     * @param what a name of the evaluation, unique for its kind in the workspace
     */
    public void add(RunSpec spec, Kind kind, String what) throws DataException {
        if (!database.readOnly()) {
            database.change(() -> insert(spec, kind, what));
        }
    }

    private void insert(RunSpec spec, Kind kind, String what) throws SQLException {
        if (!spec.split().equals(AllRows.NAME)) {
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            database.update(ADD, spec.testPart(), kind.name(), what, now);
        }
    }

    /** Counts a run if these events used the test part; within the transaction that stores them. */
    void add(long run, List<RunEvent> events) throws SQLException, DataException {
        boolean tested = events.stream().anyMatch(RunEvent.Tested.class::isInstance);
        if (tested || events.stream().anyMatch(e -> e instanceof RunEvent.EpochDone epoch && epoch.best())) {
            add(run, tested);
        }
    }

    /** Counts a run that was tested, or whose best epoch was chosen on the test part. */
    private void add(long run, boolean tested) throws SQLException, DataException {
        for (String json : database.texts("SELECT spec FROM runs WHERE id = ? AND fit_of = ''", run)) {
            RunSpec spec = RunJson.spec(json);
            if (tested || spec.chosenOnTest()) {
                insert(spec, Kind.RUN, Long.toString(run));
            }
        }
    }

    /** Counts runs of earlier versions, which the upgrade in {@link RunSchema} stored without their test part. */
    public void complete() throws SQLException, DataException {
        List<Long> runs = database.numbers("SELECT what FROM looks WHERE test = ''");
        for (long run : runs) {
            try {
                add(
                        run,
                        !database.numbers("SELECT id FROM runs WHERE id = ? AND tested <> ''", run)
                                .isEmpty());
            } catch (RuntimeException e) {
                LOG.warn("the settings of run {} cannot be read", run, e);
            }
        }
        if (!runs.isEmpty()) {
            database.update("DELETE FROM looks WHERE test = ''");
        }
    }
}
