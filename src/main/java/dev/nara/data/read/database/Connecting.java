package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens read-only connections. */
final class Connecting {
    private Connecting() {}

    /** Work with a connection. */
    @FunctionalInterface
    interface Use {
        void of(Connection connection) throws SQLException, DataException, IOException;
    }

    /** Connects, does the work in a read-only transaction, and closes the connection; {@code call} can close it earlier. */
    static void with(DatabaseAddress address, Login login, DatabaseCall call, Use use)
            throws SQLException, DataException, IOException {
        try (Connection connection = connection(address, login)) {
            call.over(connection);
            connection.setReadOnly(true);
            // Without a transaction PostgreSQL would send all rows at once.
            connection.setAutoCommit(false);
            use.of(connection);
            connection.rollback();
        }
    }

    private static Connection connection(DatabaseAddress address, Login login) throws SQLException, DataException {
        try {
            return connected(address, login);
        } catch (SQLException e) {
            Login asked = login.password() == null && DatabaseError.isRefusal(e) ? login.asked() : null;
            if (asked == null) {
                throw e;
            }
            return connected(address, asked);
        }
    }

    private static Connection connected(DatabaseAddress address, Login login) throws SQLException, DataException {
        Properties properties = Drivers.properties(address);
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
}
