package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The first rows of a query's result, for display.
 *
 * @param columns their names
 * @param rows the first rows, at most {@link #MOST}; one cell per column, "" for NULL
 */
public record FirstRows(List<String> columns, List<List<String>> rows) {
    /** The most rows shown. */
    public static final int MOST = 200;

    public FirstRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Runs a query for its first rows; {@code progress} cancels at once by throwing a CancellationException. */
    public static FirstRows of(DatabaseAddress address, Login login, String sql, Progress progress)
            throws DataException, IOException {
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        DatabaseQuery.ask(address, login, sql, MOST, progress, (answer, counted) -> {
            columns.addAll(names(answer.getMetaData()));
            while (answer.next()) {
                rows.add(cells(answer, columns.size()));
                counted.at(rows.size(), MOST);
            }
        });
        return new FirstRows(columns, rows);
    }

    private static List<String> names(ResultSetMetaData answer) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int c = 1; c <= answer.getColumnCount(); c++) {
            names.add(answer.getColumnLabel(c));
        }
        return names;
    }

    private static List<String> cells(ResultSet row, int columns) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
            cells.add(Objects.requireNonNullElse(row.getString(c), ""));
        }
        return cells;
    }
}
