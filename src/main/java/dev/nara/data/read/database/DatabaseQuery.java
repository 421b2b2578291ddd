package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A query to a database, answered row by row in a transaction that changes nothing. */
public final class DatabaseQuery {
    private static final int ROWS_AT_ONCE = 10_000;

    private DatabaseQuery() {}

    /** Takes the answer, whose rows come as they are asked for. */
    @FunctionalInterface
    public interface Answer {
        /** Valid during this call only; the rows that were taken are reported to {@code counted}, which may end it. */
        void take(ResultSet rows, Progress counted) throws SQLException, DataException, IOException;
    }

    /**
     * Asks, and hands over the answer on another thread.
     *
     * @param most rows that are wanted, 0 for all
     * @param progress in rows; a CancellationException of its ends the query at once
     */
    public static void ask(DatabaseAddress address, Login login, String sql, int most, Progress progress, Answer answer)
            throws DataException, IOException {
        DatabaseCall call = new DatabaseCall();
        try {
            call.run(
                    () -> Connecting.with(address, login, call, connection -> ask(connection, sql, most, call, answer)),
                    progress);
        } catch (SQLException e) {
            throw DatabaseError.of(address, e);
        }
    }

    private static void ask(Connection connection, String sql, int most, DatabaseCall call, Answer answer)
            throws SQLException, DataException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setMaxRows(most);
            call.asking(statement);
            try (ResultSet rows = statement.executeQuery(sql)) {
                answer.take(rows, call);
            }
        }
    }
}
