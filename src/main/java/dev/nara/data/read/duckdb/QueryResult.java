package dev.nara.data.read.duckdb;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBAppender;

/** Writes the result of a database query to a Parquet file. */
public final class QueryResult {
    private static final int REPORT_EVERY = 10_000;

    private QueryResult() {}

    /** Writes all rows, in their order; progress is in rows, with an unknown total. Nothing remains after a cancellation. */
    public static void write(ResultSet rows, Path target, Progress progress)
            throws SQLException, DataException, IOException {
        ResultSetMetaData answer = rows.getMetaData();
        String product = rows.getStatement().getConnection().getMetaData().getDatabaseProductName();
        List<ResultColumn> columns = new ArrayList<>();
        List<String> declared = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int c = 1; c <= answer.getColumnCount(); c++) {
            String name = answer.getColumnLabel(c);
            ResultColumn column = ResultColumn.of(answer, c, product);
            columns.add(column);
            boolean unique = names.add(name.toLowerCase(Locale.ROOT));
            declared.add(DuckDb.name(unique ? name : name + " (" + c + ")") + " " + column.type());
        }
        try (DuckDb duck = DuckDb.open(List.of())) {
            duck.run("CREATE TABLE result (" + String.join(", ", declared) + ")");
            long count;
            try (DuckDBAppender appender = duck.connection().createAppender("result")) {
                count = append(rows, columns, appender, progress);
            }
            ParquetFiles.write(duck, "SELECT * FROM result", AtomicFile.at(target));
            try {
                progress.at(count, count);
            } catch (CancellationException e) {
                Files.deleteIfExists(target);
                throw e;
            }
        }
    }

    private static long append(ResultSet rows, List<ResultColumn> columns, DuckDBAppender appender, Progress progress)
            throws SQLException {
        long count = 0;
        while (rows.next()) {
            appender.beginRow();
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).append(appender, rows, c + 1);
            }
            appender.endRow();
            if (++count % REPORT_EVERY == 0) {
                progress.at(count, count);
            }
        }
        progress.at(count, count);
        return count;
    }
}
