package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs a query on a database in a read-only transaction, row by row. */
public final class DatabaseQuery {
    private static final int ROWS_AT_ONCE = 10_000;

    private DatabaseQuery() {}

    /** Receives the result, whose rows are fetched on demand. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Reads the result, which is valid only during this call; report the number of rows read to {@code counted}, which may cancel it.
         */
        void take(ResultSet rows, Progress counted) throws SQLException, DataException, IOException;
    }

    /**
     * Runs a query, and passes its result on from another thread.
     *
     * @param most the most rows wanted, 0 for all
     * @param progress in rows; cancels the query at once by throwing a CancellationException
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
