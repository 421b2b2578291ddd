package dev.nara.data.read.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.ColumnRoles;
import dev.nara.data.Dataset;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.database.DatabaseAddress;
import dev.nara.data.read.database.DatabaseQuery;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.database.PostgresServer;
import dev.nara.data.read.file.DataFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long many rows take: {@code mvn -Pscale test -Dtest=ParquetScaleTest -Dnara.rows=20000000}. */
@Tag("scale")
class ParquetScaleTest {
    private static final int ROWS = Integer.getInteger("nara.rows", 1_000_000);
    /** As MovieLens 20M: users, items, half stars, seconds since 1970. */
    private static final String LOG = "(hash(n) % 138493)::BIGINT AS user_id, (hash(n + 1) % 26744)::BIGINT AS item_id,"
            + " (hash(n + 2) % 10 + 1) / 2.0 AS rating, (1100000000 + hash(n + 3) % 300000000)::BIGINT AS ts";

    @TempDir
    private Path folder;

    private static Dataset read(Path file) throws Exception {
        ColumnRoles roles =
                new ColumnRoles(",", true, "user_id", "item_id", "ts", List.of("rating"), List.of(), List.of());
        long began = System.nanoTime();
        Dataset data = new ParquetReader()
                .read(DataFiles.at(file), new Recipe("parquet", "", roles, Preparation.NONE), Progress.NONE);
        System.out.printf(
                "%,d rows, %,d bytes: read in %.1f s%n",
                data.interactions().size(), Files.size(file), (System.nanoTime() - began) / 1e9);
        return data;
    }

    @Test
    void readsAFileOfManyRows() throws Exception {
        Path file = ParquetFolder.write(folder, "log.parquet", "SELECT " + LOG + " FROM range(" + ROWS + ") r(n)");
        Dataset data = read(file);
        assertEquals(ROWS, data.interactions().size());
        assertTrue(data.users().size() <= 138_493);
    }

    @Test
    void readsManyRowsOfADatabase() throws Exception {
        try (PostgresServer server = PostgresServer.start(folder)) {
            server.run("CREATE TABLE log AS SELECT n * 7919 % 138493 AS user_id, n * 104729 % 26744 AS item_id,"
                    + " n % 10 / 2.0::float8 AS rating, 1100000000 + n AS ts FROM generate_series(1::bigint, " + ROWS
                    + ") n");
            Path file = folder.resolve("snapshot.parquet");
            Login login = new Login(PostgresServer.USER, PostgresServer.PASSWORD, () -> null);
            long began = System.nanoTime();
            DatabaseQuery.ask(
                    DatabaseAddress.of(server.url()),
                    login,
                    "SELECT * FROM log",
                    0,
                    Progress.NONE,
                    (rows, counted) -> QueryResult.write(rows, file, counted));
            System.out.printf("%,d rows of PostgreSQL in %.1f s%n", ROWS, (System.nanoTime() - began) / 1e9);
            assertEquals(ROWS, read(file).interactions().size());
        }
    }
}
