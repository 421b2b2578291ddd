package dev.nara.data.read.duckdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a column is asked for, so that its cells come as one of a few kinds. */
enum ColumnType {
    /** Up to 64 bits. */
    WHOLE("CAST(%s AS BIGINT)"),
    /** With a fraction. */
    REAL("CAST(%s AS DOUBLE)"),
    /** Microseconds since 1970 of the day's first moment. */
    DAY("epoch_us(CAST(%s AS TIMESTAMP))"),
    /** Microseconds since 1970 of what a clock showed. */
    LOCAL("epoch_us(CAST(%s AS TIMESTAMP))"),
    /** The same in nanoseconds. */
    LOCAL_NANOS("epoch_ns(%s)"),
    /** Microseconds since 1970. */
    INSTANT("epoch_us(%s)"),
    /** Everything else. */
    TEXT("CAST(%s AS VARCHAR)"),
    /** Values with parts, or several of them. */
    NESTED("CAST(%s AS VARCHAR)"),
    /** Several values, as attributes have them. */
    LIST("array_to_string(%s, '|')");

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

    private final String expression;

    ColumnType(String expression) {
        this.expression = expression;
    }

    /** The expression of a quoted column. */
    String asked(String column) {
        return expression.replace("%s", column);
    }

    /** Whether cells are times. */
    boolean isTime() {
        return this == DAY || this == LOCAL || this == LOCAL_NANOS || this == INSTANT;
    }

    /** Whether a cell is no single value. */
    boolean isNested() {
        return this == NESTED || this == LIST;
    }

    /** Of a type as DuckDB names it. */
    static ColumnType of(String type) {
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            boolean whole = decimal.group(2).equals("0");
            return !whole ? REAL : Integer.parseInt(decimal.group(1)) <= 18 ? WHOLE : TEXT;
        }
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "BOOLEAN" -> WHOLE;
            case "FLOAT", "DOUBLE" -> REAL;
            case "DATE" -> DAY;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS" -> LOCAL;
            case "TIMESTAMP_NS" -> LOCAL_NANOS;
            case "TIMESTAMP WITH TIME ZONE" -> INSTANT;
            default -> {
                boolean parts = type.startsWith("STRUCT(") || type.startsWith("MAP(");
                yield parts ? NESTED : type.endsWith("[]") ? LIST : TEXT;
            }
        };
    }
}
