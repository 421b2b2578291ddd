package dev.nara.data.read.duckdb;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.duckdb.DuckDBAppender;

/** The Parquet type of a column in a database result, and how to read its cells. */
enum ResultColumn {
    WHOLE("BIGINT") {
        @Override
        void append(DuckDBAppender to, ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            to.append(row.wasNull() ? null : Long.valueOf(value));
        }
    },
    REAL("DOUBLE") {
        @Override
        void append(DuckDBAppender to, ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            to.append(row.wasNull() ? null : Double.valueOf(value));
        }
    },
    YES_NO("BOOLEAN") {
        @Override
        void append(DuckDBAppender to, ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            to.append(row.wasNull() ? null : Boolean.valueOf(value));
        }
    },
    DAY("DATE") {
        @Override
        void append(DuckDBAppender to, ResultSet row, int column) throws SQLException {
            to.append(row.getObject(column, LocalDate.class));
        }
    },
    LOCAL_TIME("TIMESTAMP") {
        @Override
        void append(DuckDBAppender to, ResultSet row, int column) throws SQLException {
            to.append(row.getObject(column, LocalDateTime.class));
        }
    },
    INSTANT("TIMESTAMPTZ") {
        @Override
        void append(DuckDBAppender to, ResultSet row, int column) throws SQLException {
            to.append(row.getObject(column, OffsetDateTime.class));
        }
    },
    /** Numbers of any size, without the trailing zeros that a column's declaration adds. */
    EXACT("VARCHAR") {
        @Override
        void append(DuckDBAppender to, ResultSet row, int column) throws SQLException {
            BigDecimal value = row.getBigDecimal(column);
            to.append(value == null ? null : value.stripTrailingZeros().toPlainString());
        }
    },
    TEXT("VARCHAR") {
        @Override
        void append(DuckDBAppender to, ResultSet row, int column) throws SQLException {
            to.append(row.getString(column));
        }
    };

    /** The number of decimal digits that a double preserves. */
    private static final int EXACT_DIGITS = 15;

    private final String type;

    ResultColumn(String type) {
        this.type = type;
    }

    /** DuckDB's name of the type. */
    String type() {
        return type;
    }

    /** Appends the cell of the current row; columns count from 1. */
    abstract void append(DuckDBAppender to, ResultSet row, int column) throws SQLException;

    /** The type of a column, counted from 1, in a database of a product. */
    static ResultColumn of(ResultSetMetaData columns, int column, String product) throws SQLException {
        if (product.equals("SQLite")) {
            return TEXT; // its cells hold what they hold, whatever their column is declared as
        }
        // In these databases, TIMESTAMP is an instant; times without a zone are DATETIME.
        boolean instants = product.equals("MariaDB") || product.equals("MySQL");
        return switch (columns.getColumnType(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> WHOLE;
            case Types.BIGINT -> columns.isSigned(column) ? WHOLE : EXACT;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> REAL;
            case Types.NUMERIC, Types.DECIMAL ->
                columns.getScale(column) > 0 && columns.getPrecision(column) <= EXACT_DIGITS ? REAL : EXACT;
            case Types.BIT, Types.BOOLEAN -> columns.getPrecision(column) > 1 ? TEXT : YES_NO;
            case Types.DATE -> DAY;
            case Types.TIMESTAMP -> {
                String name = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
                yield name.equals("timestamptz") || (instants && name.equals("timestamp")) ? INSTANT : LOCAL_TIME;
            }
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            default -> TEXT;
        };
    }
}
