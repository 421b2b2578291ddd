package dev.nara.data.read.duckdb;

/**
 * A column of a Parquet file to write.
 *
 * @param name in the file
 * @param type of its values
 */
public record ParquetColumn(String name, ParquetType type) {}
