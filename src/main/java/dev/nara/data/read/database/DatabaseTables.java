package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tables and views of a database that are visible to the user, without system tables. */
public final class DatabaseTables {
    private static final Set<String> ITS_OWN =
            Set.of("information_schema", "pg_catalog", "pg_toast", "mysql", "performance_schema", "sys");

    private DatabaseTables() {}

    /**
     * Their names in order, in quotes for use in queries, because some are keywords of SQL; {@code progress} cancels at once by throwing a
     * CancellationException.
     */
    public static List<String> of(DatabaseAddress address, Login login, Progress progress)
            throws DataException, IOException {
        List<String> names = new ArrayList<>();
        DatabaseCall call = new DatabaseCall();
        try {
            call.run(() -> Connecting.with(address, login, call, connection -> list(connection, names)), progress);
        } catch (SQLException e) {
            throw DatabaseError.of(address, e);
        }
        return names.stream().sorted().toList();
    }

    private static void list(Connection connection, List<String> names) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String quote = about.getIdentifierQuoteString().strip();
        String usual = String.valueOf(connection.getSchema());
        try (ResultSet tables = about.getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                String schema = String.valueOf(tables.getString("TABLE_SCHEM"));
                String kind = String.valueOf(tables.getString("TABLE_TYPE"));
                boolean shown = kind.endsWith("TABLE") || kind.endsWith("VIEW");
                if (shown && !kind.startsWith("SYSTEM") && !ITS_OWN.contains(schema.toLowerCase(Locale.ROOT))) {
                    String name = name(tables.getString("TABLE_NAME"), quote);
                    boolean here = schema.equals("null") || schema.equals(usual);
                    names.add(here ? name : name(schema, quote) + "." + name);
                }
            }
        }
    }

    private static String name(String name, String quote) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
