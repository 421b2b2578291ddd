package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/** Writes a Parquet file row by row, with one cell per column, in their order. */
public final class ParquetWriter {
    /** Supplies the rows. */
    @FunctionalInterface
    public interface Rows {
        /** Adds every cell of every row, in order. */
        void write(ParquetWriter out) throws IOException;
    }

    private final DuckDBAppender appender;
    private final List<ParquetColumn> columns;
    private int next;

    private ParquetWriter(DuckDBAppender appender, List<ParquetColumn> columns) {
        this.appender = appender;
        this.columns = columns;
    }

    /** Writes a file atomically. */
    public static void write(Path target, List<ParquetColumn> columns, Rows rows) throws IOException {
        try (DuckDb duck = DuckDb.open(List.of())) {
            duck.run(columns.stream()
                    .map(column ->
                            DuckDb.name(column.name()) + " " + column.type().sql())
                    .collect(Collectors.joining(", ", "CREATE TABLE rows_out (", ")")));
            try (DuckDBAppender appender = duck.connection().createAppender("rows_out")) {
                rows.write(new ParquetWriter(appender, columns));
            }
            ParquetFiles.write(duck, "SELECT * FROM rows_out", OutputFile.at(target));
        } catch (SQLException | DataException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private interface Cell {
        void append(ParquetType type) throws SQLException;
    }

    private void cell(Cell cell) throws IOException {
        try {
            if (next == 0) {
                appender.beginRow();
            }
            cell.append(columns.get(next).type());
            next = (next + 1) % columns.size();
            if (next == 0) {
                appender.endRow();
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Adds a whole number, or a time in nanoseconds. */
    public void add(long value) throws IOException {
        cell(type -> {
            switch (type) {
                case LOCAL, INSTANT -> appender.appendEpochMicros(Math.floorDiv(value, 1000));
                case NANOS -> appender.appendEpochNanos(value);
                default -> appender.append(value);
            }
        });
    }

    /** Adds a number, NaN for none. */
    public void add(float value) throws IOException {
        cell(type -> appender.append(Float.isNaN(value) ? null : Float.valueOf(value)));
    }

    /** Adds a number to a column of type {@code EXACT}, NaN for none. */
    public void add(double value) throws IOException {
        cell(type -> appender.append(Double.isNaN(value) ? null : Double.valueOf(value)));
    }

    /** Adds a text, "" for none; for a column of whole numbers, its digits. */
    public void add(String value) throws IOException {
        cell(type -> {
            if (type == ParquetType.WHOLE) {
                appender.append(Long.parseLong(value));
            } else {
                appender.append(value.isEmpty() ? null : value);
            }
        });
    }

    /** Adds a list of texts. */
    public void add(List<String> values) throws IOException {
        cell(type -> appender.append(values));
    }
}
