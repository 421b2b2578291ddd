package dev.nara.data.read.duckdb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a column is asked for, so that its cells come as one of four kinds. */
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
    /** Everything else, dates and times as ISO 8601 has them. */
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
            default -> type.endsWith("[]") && !type.startsWith("STRUCT") ? LIST : TEXT;
        };
    }
}
