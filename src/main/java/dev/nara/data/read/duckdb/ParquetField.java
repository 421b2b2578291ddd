package dev.nara.data.read.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of Parquet files, or a part of a nested column.
 *
 * @param name of the column; parts have the name of their parent in front: {@code user.id}
 * @param type in which it is selected
 * @param expression its SQL expression
 */
record ParquetField(String name, ColumnType type, String expression) {
    private static final int DEEPEST = 4;

    /** All fields of an SQL source, with parts in place of nested columns. */
    static List<ParquetField> of(DuckDb duck, String source) throws SQLException {
        List<ParquetField> fields = new ArrayList<>();
        for (List<String> row : duck.rows("DESCRIBE SELECT * FROM " + source)) {
            add(duck, source, new Described(row.get(0), row.get(1), DuckDb.name(row.get(0))), 1, fields);
        }
        return List.copyOf(fields);
    }

    /** A column as described by the source. */
    private record Described(String name, String type, String expression) {}

    private static void add(DuckDb duck, String source, Described column, int depth, List<ParquetField> fields)
            throws SQLException {
        if (depth > DEEPEST
                || !column.type().startsWith("STRUCT(")
                || !column.type().endsWith(")")) {
            fields.add(new ParquetField(column.name(), ColumnType.of(column.type()), column.expression()));
            return;
        }
        for (List<String> part : duck.rows("DESCRIBE SELECT unnest(" + column.expression() + ") FROM " + source)) {
            String expression = "struct_extract(" + column.expression() + ", " + DuckDb.literal(part.get(0)) + ")";
            Described inner = new Described(column.name() + "." + part.get(0), part.get(1), expression);
            add(duck, source, inner, depth + 1, fields);
        }
    }

    /** The SQL expression that selects it. */
    String asked() {
        return type.asked(expression);
    }
}
