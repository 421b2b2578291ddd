package dev.nara.data.read.duckdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a column is selected, so that its cells have one of a few types. */
enum ColumnType {
    /** Whole numbers of up to 64 bits. */
    WHOLE("CAST(%s AS BIGINT)"),
    /** Numbers with a fraction. */
    REAL("CAST(%s AS DOUBLE)"),
    /** Dates: microseconds from 1970 to the start of the day. */
    DAY("epoch_us(CAST(%s AS TIMESTAMP))"),
    /** Local times without a zone: microseconds since 1970. */
    LOCAL("epoch_us(CAST(%s AS TIMESTAMP))"),
    /** Like {@link #LOCAL}, in nanoseconds. */
    LOCAL_NANOS("epoch_ns(%s)"),
    /** Instants: microseconds since 1970. */
    INSTANT("epoch_us(%s)"),
    /** All other types. */
    TEXT("CAST(%s AS VARCHAR)"),
    /** Values with parts, or lists of such. */
    NESTED("CAST(%s AS VARCHAR)"),
    /** Lists of values, in the format of attributes. */
    LIST("array_to_string(%s, '|')");

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

    private final String expression;

    ColumnType(String expression) {
        this.expression = expression;
    }

    /** The SQL expression for a quoted column. */
    String asked(String column) {
        return expression.replace("%s", column);
    }

    /** Whether cells are times. */
    boolean isTime() {
        return this == DAY || this == LOCAL || this == LOCAL_NANOS || this == INSTANT;
    }

    /** Whether a cell is not a single value. */
    boolean isNested() {
        return this == NESTED || this == LIST;
    }

    /** The type for a type name of DuckDB. */
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
