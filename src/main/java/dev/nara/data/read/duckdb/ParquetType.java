package dev.nara.data.read.duckdb;

/** What a column of a Parquet file holds that is written. */
public enum ParquetType {
    WHOLE("BIGINT"),
    NUMBER("FLOAT"),
    EXACT("DOUBLE"),
    TEXT("VARCHAR"),
    TEXTS("VARCHAR[]"),
    /** Nanoseconds since 1970, without a zone. */
    LOCAL("TIMESTAMP"),
    /** The same where digits behind the microseconds matter. */
    NANOS("TIMESTAMP_NS"),
    /** Nanoseconds since 1970 in UTC. */
    INSTANT("TIMESTAMPTZ");

    private final String sql;

    ParquetType(String sql) {
        this.sql = sql;
    }

    /** As DuckDB calls it. */
    String sql() {
        return sql;
    }
}
