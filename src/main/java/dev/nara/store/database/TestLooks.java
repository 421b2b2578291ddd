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
 * How often each test part was looked at in the workspace: the more often, the more the best figure on it owes to chance. A look
 * stays counted when what looked is deleted; the same look again is no further one. Safe for many threads and processes.
 */
public final class TestLooks {
    private static final Logger LOG = LoggerFactory.getLogger(TestLooks.class);
    private static final String ADD = "INSERT OR IGNORE INTO looks (test, kind, what, created) VALUES (?, ?, ?, ?)";

    private final RunDatabase database;

    public TestLooks(RunDatabase database) {
        this.database = database;
    }

    /** What looked. */
    public enum Kind {
        /** A run that was told on the test part, or chose its best epoch there. */
        RUN,
        /** A stored run that was evaluated again, under other protocols, by other metrics or folded in. */
        EVALUATION,
        /** Lists of a recipe that were scored. */
        COMPOSITION,
        /** Lists of a file or of a run that were scored for the ledger of submissions. */
        SUBMISSION
    }

    /** How often the test part of these settings was looked at; 0 where nothing is held out. */
    public int count(RunSpec spec) throws DataException {
        return database.numbers("SELECT COUNT(*) FROM looks WHERE test = ?", spec.testPart())
                .get(0)
                .intValue();
    }

    /**
     * Counts a look; not in a workspace that can only be read.
     *
     * @param spec of a prepared run, whose test part was looked at
     * @param what looked, in words that tell it from any other of its kind in the workspace
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

    /** Counts a run if it was told by these events; within the transaction that stores them. */
    void told(long run, List<RunEvent> events) throws SQLException, DataException {
        boolean tested = events.stream().anyMatch(RunEvent.Tested.class::isInstance);
        if (tested || events.stream().anyMatch(e -> e instanceof RunEvent.EpochDone epoch && epoch.best())) {
            told(run, tested);
        }
    }

    /** Counts a run that was tested, or has a best epoch that may be chosen on the test part. */
    private void told(long run, boolean tested) throws SQLException, DataException {
        for (String json : database.texts("SELECT spec FROM runs WHERE id = ? AND fit_of = ''", run)) {
            RunSpec spec = RunJson.spec(json);
            if (tested || spec.chosenOnTest()) {
                insert(spec, Kind.RUN, Long.toString(run));
            }
        }
    }

    /** Counts the runs of an earlier version, which the step of {@link RunSchema} left without their test part. */
    public void complete() throws SQLException, DataException {
        List<Long> runs = database.numbers("SELECT what FROM looks WHERE test = ''");
        for (long run : runs) {
            try {
                told(
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
