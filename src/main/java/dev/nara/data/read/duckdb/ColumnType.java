package dev.nara.data.read.duckdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a column is asked for, so that its cells come as one of a few kinds. */
enum ColumnType {
    /** Up to 64 bits. */
    WHOLE {
        @Override
        String asked(String column) {
            return "CAST(" + column + " AS BIGINT)";
        }
    },
    /** With a fraction. */
    REAL {
        @Override
        String asked(String column) {
            return "CAST(" + column + " AS DOUBLE)";
        }
    },
    /** Microseconds since 1970 of the day's first moment. */
    DAY {
        @Override
        String asked(String column) {
            return "epoch_us(CAST(" + column + " AS TIMESTAMP))";
        }
    },
    /** Microseconds since 1970 of what a clock showed. */
    LOCAL {
        @Override
        String asked(String column) {
            return DAY.asked(column);
        }
    },
    /** The same in nanoseconds. */
    LOCAL_NANOS {
        @Override
        String asked(String column) {
            return "epoch_ns(" + column + ")";
        }
    },
    /** Microseconds since 1970. */
    INSTANT {
        @Override
        String asked(String column) {
            return "epoch_us(" + column + ")";
        }
    },
    /** Everything else. */
    TEXT {
        @Override
        String asked(String column) {
            return "CAST(" + column + " AS VARCHAR)";
        }
    },
    /** Several values, as attributes have them. */
    LIST {
        @Override
        String asked(String column) {
            return "array_to_string(" + column + ", '|')";
        }
    };

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");

    /** The expression of a quoted column. */
    abstract String asked(String column);

    /** Whether cells are times. */
    boolean isTime() {
        return this == DAY || this == LOCAL || this == LOCAL_NANOS || this == INSTANT;
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
            default -> type.endsWith("[]") && !type.startsWith("STRUCT") ? LIST : TEXT;
        };
    }
}
