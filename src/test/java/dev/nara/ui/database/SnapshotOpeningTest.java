package dev.nara.ui.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.Progress;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.database.SqliteFile;
import dev.nara.data.read.snapshot.QuerySnapshots;
import dev.nara.data.read.snapshot.SourceQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotOpeningTest {
    private static final Login NOBODY = new Login("", null, () -> null);

    @TempDir
    private Path folder;

    /** Cancelled once the file is there, be it a database's or that of files. */
    @Test
    void keepsNothingThatWasCancelledAtTheEnd() throws Exception {
        SqliteFile file = new SqliteFile(folder.resolve("log.db"))
                .run("CREATE TABLE log (u INTEGER, i TEXT)", "INSERT INTO log VALUES (1, 'a')");
        Path csv = Files.writeString(folder.resolve("log.csv"), "u,i\n1,a\n");
        QuerySnapshots snapshots = new QuerySnapshots(folder);
        for (String source : new String[] {file.url(), csv.toString()}) {
            SourceQuery query = new SourceQuery(source, "log", "SELECT u, i FROM log");
            Progress late = (done, total) -> {
                if (Optional.empty().equals(newest(snapshots, query))) {
                    return;
                }
                throw new CancellationException();
            };
            assertThrows(CancellationException.class, () -> SnapshotOpening.take(folder, query, NOBODY, late));
            assertEquals(Optional.empty(), snapshots.newest(query));
            Path taken =
                    SnapshotOpening.take(folder, query, NOBODY, Progress.NONE).file();
            assertEquals(Optional.of(taken), snapshots.newest(query));
        }
    }

    private static Optional<Path> newest(QuerySnapshots snapshots, SourceQuery query) {
        try {
            return snapshots.newest(query);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
