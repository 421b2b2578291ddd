package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A query to a database, answered row by row in a transaction that changes nothing. */
public final class DatabaseQuery {
    private static final int ROWS_AT_ONCE = 10_000;

    private DatabaseQuery() {}

    /** Takes the answer, whose rows come as they are asked for. */
    @FunctionalInterface
    public interface Answer {
        /** Valid during this call only. */
        void take(ResultSet rows) throws SQLException, DataException, IOException;
    }

    /** Asks, and hands over the answer. */
    public static void ask(DatabaseAddress address, Login login, String sql, Answer answer)
            throws DataException, IOException {
        try (Connection connection = connection(address, login)) {
            connection.setReadOnly(true);
            // Without a transaction PostgreSQL would send all rows at once.
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    answer.take(rows);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Connection connection(DatabaseAddress address, Login login) throws SQLException, DataException {
        try {
            return connected(address, login);
        } catch (SQLException e) {
            Login asked = login.password() == null && isRefusal(e) ? login.asked() : null;
            if (asked == null) {
                throw e;
            }
            return connected(address, asked);
        }
    }

    private static Connection connected(DatabaseAddress address, Login login) throws SQLException, DataException {
        Properties properties = new Properties();
        if (!login.user().isEmpty()) {
            properties.setProperty("user", login.user());
        }
        String password = login.password();
        if (password != null) {
            properties.setProperty("password", password);
        }
        @Nullable Connection connection = Drivers.of(address).connect(Drivers.url(address), properties);
        if (connection == null) {
            throw new DataException(
                    Text.of("data.database.address", address.url()), Text.of("data.database.address.remedy"));
        }
        return connection;
    }

    /** Whether a password was missing: the standard's class 28, or PostgreSQL's driver, which was asked for one. */
    private static boolean isRefusal(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("28") || state.equals("08004");
    }

    private static DataException failed(SQLException e) {
        String said =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
        return new DataException(Text.of("data.database.failed", said), Text.of("data.database.failed.remedy"));
    }
}
