package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.data.LogTime;
import dev.nara.data.read.table.DataRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A Spark row in the form that the program's readers use; keeps types that contain more than their text. */
final class TypedRow extends DataRow {
    private final int[] places;
    private @Nullable Row row;

    /**
     * Has no current row at first.
     *
     * @param places the position of each column in Spark's rows
     */
    TypedRow(Path path, List<String> columns, int[] places) {
        super(path, columns);
        this.places = places.clone();
    }

    void set(Row next) {
        row = next;
    }

    private @Nullable Object value(int column) {
        return row == null ? null : row.get(places[column]);
    }

    @Override
    public String text(int column) {
        return text(value(column));
    }

    /** A value as text, as in the program's reader of Parquet; "" for null. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Boolean yes) {
            return yes ? "1" : "0";
        } else if (value instanceof Float || value instanceof Double) {
            double number = ((Number) value).doubleValue();
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
            return Double.isNaN(number)
                    ? ""
                    : whole ? Long.toString((long) number) : new BigDecimal(value.toString()).toPlainString();
        }
        return value.toString();
    }

    @Override
    protected long line() {
        return 0;
    }

    @Override
    public boolean isTime(int column) {
        Object value = value(column);
        return value instanceof Instant || value instanceof LocalDateTime || value instanceof LocalDate;
    }

    @Override
    public boolean isInstant(int column) {
        return value(column) instanceof Instant;
    }

    @Override
    public long nanos(int column) throws DataException {
        Object value = value(column);
        try {
            if (value instanceof Instant instant) {
                return nanos(instant);
            } else if (value instanceof LocalDateTime clock) {
                return nanos(clock.toInstant(ZoneOffset.UTC));
            } else if (value instanceof LocalDate day) {
                return LogTime.of(day);
            }
            return super.nanos(column);
        } catch (ArithmeticException e) {
            throw wrong(column, "data.cell.any-time");
        }
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), LogTime.SECOND), instant.getNano());
    }

    @Override
    public double number(int column) throws DataException {
        return value(column) instanceof Number number && Float.isFinite(number.floatValue())
                ? number.doubleValue()
                : super.number(column);
    }
}
