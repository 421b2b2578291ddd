package dev.nara.store.database;

import dev.nara.data.DataException;
import dev.nara.store.entry.DamagedStudy;
import dev.nara.store.entry.StoredStudy;
import dev.nara.store.entry.StoredTime;
import dev.nara.store.folder.Sums;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads studies and their events from the database; a damaged study is reported as a whole. */
final class StudyRows {
    private static final Logger LOG = LoggerFactory.getLogger(StudyRows.class);

    private final RunDatabase database;
    private final Path workspace;
    private final UnderWay underWay;

    StudyRows(RunDatabase database, Path workspace, UnderWay underWay) {
        this.database = database;
        this.workspace = workspace;
        this.underWay = underWay;
    }

    /** Tells whether a living process runs a study. */
    @FunctionalInterface
    interface UnderWay {
        boolean test(long study, String process);
    }

    /** The studies that can be read. */
    List<StoredStudy> whole(String where, Object... values) throws DataException {
        return each(where, values).stream()
                .filter(StoredStudy.class::isInstance)
                .map(StoredStudy.class::cast)
                .toList();
    }

    /** For each row a {@link StoredStudy}, or a {@link DamagedStudy} if it cannot be read. */
    List<Object> each(String where, Object... values) throws DataException {
        return database.query(
                row -> {
                    try {
                        return read(row);
                    } catch (RuntimeException e) {
                        return new DamagedStudy(row.getLong("id"), damaged(row.getLong("id"), e));
                    }
                },
                "SELECT * FROM studies " + where,
                values);
    }

    /** The error of a study that cannot be read. */
    DataException damaged(long study, RuntimeException e) {
        LOG.warn("study {} cannot be read", study, e);
        return new DataException(
                workspace, Text.of("study.damaged", study, Sums.said(e)), Text.of("study.damaged.remedy"));
    }

    private StoredStudy read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String process = row.getString("process");
        StoredTime.check(row.getString("created"));
        Sums.check(row.getObject("sum"), row.getString("created"), row.getString("spec"));
        return new StoredStudy(
                id,
                row.getString("created"),
                row.getString("spec"),
                process,
                underWay.test(id, process),
                row.getDouble("seconds"),
                row.getInt("trashed") != 0);
    }

    /**
     * The events of a study after an event, 0 for all, in order.
     *
     * @throws DataException if one is damaged
     */
    List<StoredStudy.Event> events(long study, long after) throws DataException {
        try {
            long[] last = {after};
            return database.query(
                    row -> {
                        if (row.getLong(1) != ++last[0]) {
                            throw new IllegalStateException("event " + last[0]);
                        }
                        double seconds = row.getDouble(2);
                        StoredTime.check(row.getString(3));
                        Sums.check(row.getObject(5), sum(seconds, row.getString(3), row.getString(4)));
                        return new StoredStudy.Event(row.getLong(1), seconds, row.getString(3), row.getString(4));
                    },
                    "SELECT seq, seconds, at, event, sum FROM study_events WHERE study = ? AND seq > ? ORDER BY seq",
                    study,
                    after);
        } catch (RuntimeException e) {
            throw damaged(study, e);
        }
    }

    /** The checksum of an event. */
    static long sum(double seconds, String at, String event) {
        return Sums.of(Double.toString(seconds), at, event);
    }
}
