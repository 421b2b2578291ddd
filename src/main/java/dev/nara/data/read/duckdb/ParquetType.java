package dev.nara.data.read.duckdb;

/** The type of a column in a Parquet file to write. */
public enum ParquetType {
    WHOLE("BIGINT"),
    NUMBER("FLOAT"),
    EXACT("DOUBLE"),
    TEXT("VARCHAR"),
    TEXTS("VARCHAR[]"),
    /** Local times without a zone, given in nanoseconds since 1970. */
    LOCAL("TIMESTAMP"),
    /** Like {@link #LOCAL}, stored with nanosecond precision. */
    NANOS("TIMESTAMP_NS"),
    /** Instants, given in nanoseconds since 1970. */
    INSTANT("TIMESTAMPTZ");

    private final String sql;

    ParquetType(String sql) {
        this.sql = sql;
    }

    /** DuckDB's name of the type. */
    String sql() {
        return sql;
    }
}
