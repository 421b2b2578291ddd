package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A log in a database is prepared as the same log in a file. */
class QueryTableTest {
    @TempDir
    private Path folder;

    private QueryTable table(String query) throws Exception {
        QueryTable table = new QueryTable();
        Path file = Files.writeString(folder.resolve("log.sql"), query);
        new CommandLine(table).parseArgs("--query", file.toString());
        return table;
    }

    @Test
    void rowsOfAQueryAreCountedAsThoseOfAFile() throws Exception {
        String address = "jdbc:duckdb:" + folder.resolve("log.duckdb");
        Path file = folder.resolve("log.csv");
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE starts AS SELECT (n * 7) % 40 AS who, 'film ' || (n * n) % 23 AS what, TIMESTAMP"
                            + " '2024-03-01 10:00:00' + INTERVAL 1 HOUR * (n % 500) AS began FROM range(2000) AS r(n)");
            statement.execute("COPY starts TO '" + file + "' (HEADER)");
        }
        ColumnRoles roles = new ColumnRoles(",", true, "who", "what", "began", List.of(), List.of(), List.of());
        Preparation steps = new Preparation(List.of("default"), "day", List.of(), "", "", 5, 2, 3, List.of(), null);
        Prepared here = TestServices.on(folder).open(file, new Recipe("delimited", "", roles, steps), Progress.NONE);
        Dataset<Row> rows =
                table("SELECT who, what, began FROM starts;\n").read(LocalSpark.session(), address, Map.of());
        PrepareJob job = new PrepareJob(
                Sessions.context(LocalSpark.session()), address, rows, new Recipe("spark", "", roles, steps));
        PrepareJob.Read read = job.read();
        assertEquals(2000, rows.count());
        assertEquals(Preparing.counts(here.raw()), read.log().counts());
        assertEquals(Preparing.counts(here.dataset()), job.prepare(read.log()).counts());
    }

    @Test
    void passwordsDoNotStandInAddresses() throws Exception {
        QueryTable table = table("SELECT 1");
        assertThrows(
                DataException.class,
                () -> table.read(LocalSpark.session(), "jdbc:postgresql://host/db?password=x", Map.of()));
    }

    @Test
    void aDatabaseNeedsAQueryAndAFileHasNone() throws Exception {
        assertThrows(Refused.class, () -> table("SELECT 1").check("starts.csv"));
        Refused refused = assertThrows(Refused.class, () -> new QueryTable().check("jdbc:duckdb:a"));
        assertEquals(
                "An address of a database (jdbc:...) goes with --query FILE, and nothing else does. Add or leave out"
                        + " --query.",
                refused.message(Locale.ENGLISH));
    }
}
