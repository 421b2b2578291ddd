package dev.nara.data.read.duckdb;

import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.read.table.DataRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** The current row of a DuckDB chunk. Ids that are whole numbers become texts only if they are new. */
final class ParquetRow extends DataRow {
    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final int DAY_LETTERS = "2024-02-29".length();
    private static final long MOST_MICROSECONDS = Long.MAX_VALUE / 1000;

    private final ColumnType[] types;
    private final DuckDBReadableVector[] vectors;
    private long row;
    private long before;

    /** A row with columns of these types. */
    ParquetRow(Path path, List<String> columns, List<ColumnType> types) {
        super(path, columns);
        this.types = types.toArray(ColumnType[]::new);
        this.vectors = new DuckDBReadableVector[this.types.length];
    }

    /** Moves to another chunk; returns its number of rows. */
    long take(DuckDBDataChunkReader chunk, long rowsBefore) {
        for (int c = 0; c < vectors.length; c++) {
            vectors[c] = chunk.vector(c);
        }
        before = rowsBefore;
        return chunk.rowCount();
    }

    /** Moves to a row of the chunk, counted from 0. */
    void at(long place) {
        row = place;
    }

    @Override
    public String text(int column) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return "";
        }
        return switch (types[column]) {
            case WHOLE -> Long.toString(vector.getLong(row));
            case REAL -> text(vector.getDouble(row));
            case DAY -> CLOCK.format(clock(column)).substring(0, DAY_LETTERS);
            case LOCAL, LOCAL_NANOS -> CLOCK.format(clock(column));
            case INSTANT -> CLOCK.format(clock(column)) + "+00";
            default -> vector.getString(row);
        };
    }

    /** Not needed: a typed table has no stray header or total rows. */
    @Override
    public char first(int column) {
        return 0;
    }

    /** Whole numbers without a fraction: pandas writes ids as doubles if some are missing. */
    private static String text(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return number == Math.rint(number) && Math.abs(number) < 1L << 53
                ? Long.toString((long) number)
                : Double.isInfinite(number)
                        ? Double.toString(number)
                        : new BigDecimal(Double.toString(number)).toPlainString();
    }

    private LocalDateTime clock(int column) {
        long unit = types[column] == ColumnType.LOCAL_NANOS ? 1_000_000_000 : 1_000_000;
        long value = vectors[column].getLong(row);
        long nanos = Math.floorMod(value, unit) * (1_000_000_000 / unit);
        return LocalDateTime.ofEpochSecond(Math.floorDiv(value, unit), (int) nanos, ZoneOffset.UTC);
    }

    @Override
    public boolean isWhole(int column) {
        return types[column] == ColumnType.WHOLE && !vectors[column].isNull(row);
    }

    @Override
    public long whole(int column) {
        return vectors[column].getLong(row);
    }

    @Override
    public boolean isTime(int column) {
        return types[column].isTime() && !vectors[column].isNull(row);
    }

    @Override
    public boolean isInstant(int column) {
        return types[column] == ColumnType.INSTANT;
    }

    @Override
    public long nanos(int column) throws DataException {
        long value = vectors[column].getLong(row);
        if (types[column] == ColumnType.LOCAL_NANOS) {
            return value;
        }
        if (Math.abs(value) > MOST_MICROSECONDS) {
            throw wrong(column, "data.cell.any-time");
        }
        return value * 1000;
    }

    @Override
    public int index(int column, IdIndex ids) throws DataException {
        if (types[column].isNested()) {
            throw wrong(column, "data.cell.list");
        }
        return types[column] == ColumnType.WHOLE && !vectors[column].isNull(row)
                ? ids.add(vectors[column].getLong(row))
                : super.index(column, ids);
    }

    @Override
    public void present(int column) throws DataException {
        if (types[column] != ColumnType.WHOLE || vectors[column].isNull(row)) {
            super.present(column);
        }
    }

    @Override
    public boolean padded(int column) {
        return types[column] == ColumnType.TEXT && super.padded(column);
    }

    @Override
    public double number(int column) throws DataException {
        DuckDBReadableVector vector = vectors[column];
        if (types[column] != ColumnType.WHOLE && types[column] != ColumnType.REAL) {
            return super.number(column);
        }
        if (vector.isNull(row)) {
            return Double.NaN;
        }
        double number = types[column] == ColumnType.WHOLE ? vector.getLong(row) : vector.getDouble(row);
        if (Double.isInfinite((float) number)) {
            throw wrong(column, "data.cell.number");
        }
        return number;
    }

    @Override
    protected long line() {
        return before + row + 1;
    }
}
