package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.sql.SQLException;

/** Converts errors of a database or its driver to messages with a remedy, by the standard's error class. */
final class DatabaseError {
    /** The error class of connection failures. */
    private static final String NO_CONNECTION = "08";

    /** PostgreSQL's driver needs a password. */
    private static final String PASSWORD_WANTED = "08004";

    /** The error class of a wrong user or password. */
    private static final String REFUSED = "28";

    /** The error of a statement that would change data. */
    private static final String READ_ONLY = "25006";

    private DatabaseError() {}

    /** Whether a password is wrong or missing. */
    static boolean isRefusal(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith(REFUSED) || state.equals(PASSWORD_WANTED);
    }

    static DataException of(DatabaseAddress address, SQLException e) {
        String said = said(e);
        String state = String.valueOf(e.getSQLState());
        if (isRefusal(e)) {
            return error("refused", said);
        }
        if (state.startsWith(NO_CONNECTION)) {
            return new DataException(
                    Text.of("data.database.unreachable", address.url(), said),
                    Text.of("data.database.unreachable.remedy"));
        }
        return error(state.equals(READ_ONLY) ? "changing" : "failed", said);
    }

    private static DataException error(String kind, String said) {
        return new DataException(Text.of("data.database.failed", said), Text.of("data.database." + kind + ".remedy"));
    }

    /** The first line of the message, without MariaDB's connection number and without the full stop. */
    private static String said(SQLException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^\\(conn=\\d+\\) ", "")
                .replaceFirst("[.\\s]+$", "");
    }
}
