package dev.nara.data.read.duckdb;

/**
 * A column of a Parquet file that is written.
 *
 * @param name as readers see it
 * @param type what it holds
 */
public record ParquetColumn(String name, ParquetType type) {}
