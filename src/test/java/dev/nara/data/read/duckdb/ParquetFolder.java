package dev.nara.data.read.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Parquet files for tests, from queries of DuckDB's. */
public final class ParquetFolder {
    private ParquetFolder() {}

    /** Writes the rows of a query below a folder; {@code more} is what else COPY is told, after a comma. */
    public static Path write(Path folder, String name, String sql, String... more) throws Exception {
        Path target = folder.resolve(name);
        try (DuckDb duck = DuckDb.open(List.of(folder))) {
            duck.run("COPY (" + sql + ") TO " + DuckDb.literal(target.toString()) + " (FORMAT parquet"
                    + String.join("", more) + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return target;
    }
}
