package dev.nara.data.read.duckdb;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryResultTest {
    @TempDir
    private Path folder;

    @Test
    void leavesNothingOfWhatWasCancelledWhileTheFileWasWritten() throws Exception {
        Path target = folder.resolve("answer.parquet");
        Progress late = (done, total) -> {
            if (Files.exists(target)) {
                throw new CancellationException();
            }
        };
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 AS u")) {
            assertThrows(CancellationException.class, () -> QueryResult.write(rows, target, late));
        }
        assertFalse(Files.exists(target));
    }
}
