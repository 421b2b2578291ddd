/** Parquet files, and SQL over files, by DuckDB: shut in, without a network. */
@NullMarked
package dev.nara.data.read.duckdb;

import org.jspecify.annotations.NullMarked;
