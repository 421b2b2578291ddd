package dev.nara.data.read.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.PrivateFiles;
import dev.nara.data.Progress;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.duckdb.ParquetDifference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuerySnapshotsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:20:30Z");
    private static final Login NOBODY = new Login("", null, () -> null);

    @TempDir
    private Path folder;

    private SourceQuery query() throws Exception {
        Path sql = Files.writeString(folder.resolve("likes.sql"), "SELECT u, i FROM log WHERE r >= 4");
        return SourceQuery.of(folder.resolve("log.csv").toString(), sql);
    }

    private QuerySnapshots.Taken take(SourceQuery query, Instant when) throws Exception {
        return new QuerySnapshots(folder.resolve("workspace")).take(query, NOBODY, when, Progress.NONE);
    }

    @Test
    void keepsWhatAQueryGave() throws Exception {
        Files.writeString(folder.resolve("log.csv"), "u,i,r\n1,a,5\n1,b,1\n2,a,4\n");
        SourceQuery query = query();
        QuerySnapshots.Taken taken = take(query, NOW);
        assertEquals(Optional.empty(), taken.before());
        assertEquals("likes-20260501-102030.parquet", taken.file().getFileName().toString());
        assertEquals(Optional.of(taken.file()), new QuerySnapshots(folder.resolve("workspace")).newest(query));
        for (int up = 0; up < 3; up++) {
            Path each = up == 0
                    ? taken.file()
                    : folder.resolve(folder.relativize(taken.file()).subpath(0, up));
            assertFalse(PrivateFiles.isOpen(each), each.toString());
        }
        String kept = Files.readString(taken.file().resolveSibling("query.json"));
        assertTrue(kept.contains("SELECT u, i FROM log WHERE r >= 4"), kept);
    }

    @Test
    void aKeptQueryThatLacksAPartIsNone() throws Exception {
        Files.writeString(folder.resolve("log.csv"), "u,i,r\n1,a,5\n1,b,1\n2,a,4\n");
        Path kept = take(query(), NOW).file().resolveSibling("query.json");
        QuerySnapshots snapshots = new QuerySnapshots(folder.resolve("workspace"));
        assertEquals(List.of(query()), snapshots.asked());
        String whole = Files.readString(kept);
        for (String part : List.of("source", "name", "sql")) {
            Files.writeString(kept, whole.replace("\"" + part + "\"", "\"other\""));
            assertEquals(List.of(), snapshots.asked(), part);
        }
    }

    @Test
    void saysWhatARefreshChanged() throws Exception {
        Files.writeString(folder.resolve("log.csv"), "u,i,r\n1,a,5\n1,b,5\n2,a,4\n");
        SourceQuery query = query();
        Path first = take(query, NOW).file();
        Files.writeString(folder.resolve("log.csv"), "u,i,r\n2,a,4\n1,b,5\n1,a,5\n");
        QuerySnapshots.Taken same = take(query, NOW.plusSeconds(60));
        assertTrue(same.unchanged());
        assertEquals(first, same.file());
        Files.writeString(folder.resolve("log.csv"), "u,i,r\n1,a,5\n3,a,4\n3,c,4\n4,c,4\n");
        QuerySnapshots.Taken other = take(query, NOW.plusSeconds(120));
        assertFalse(other.unchanged());
        assertEquals(Optional.of(first), other.before());
        assertEquals(new ParquetDifference(3, 4, 2, 1, 1, 1), ParquetDifference.of(first, other.file(), "u", "i"));
        assertTrue(Files.exists(first));
    }

    /** Within a second, and with a clock that was set back. */
    @Test
    void neverOverwritesASnapshotAndTheLatestIsTheNewest() throws Exception {
        SourceQuery query = query();
        QuerySnapshots snapshots = new QuerySnapshots(folder.resolve("workspace"));
        List<Path> taken = new ArrayList<>();
        for (Instant when : List.of(NOW, NOW.plusMillis(300), NOW.minusSeconds(3600))) {
            Files.writeString(folder.resolve("log.csv"), "u,i,r\n1,a,5\n2,item" + taken.size() + ",4\n");
            QuerySnapshots.Taken each = take(query, when);
            assertFalse(each.unchanged());
            assertEquals(Optional.of(each.file()), snapshots.newest(query));
            taken.add(each.file());
        }
        assertEquals(
                List.of(
                        "likes-20260501-102030.parquet",
                        "likes-20260501-102031.parquet",
                        "likes-20260501-102032.parquet"),
                taken.stream().map(file -> file.getFileName().toString()).toList());
        assertEquals(
                new ParquetDifference(2, 2, 0, 0, 1, 1), ParquetDifference.of(taken.get(0), taken.get(1), "u", "i"));
    }

    /** A folder that was sent may name a database of the sender's. */
    @Test
    void believesItsOwnQueriesOnly() throws Exception {
        Files.writeString(folder.resolve("log.csv"), "u,i,r\n1,a,5\n");
        Path own = take(query(), NOW).file();
        QuerySnapshots snapshots = new QuerySnapshots(folder.resolve("workspace"));
        assertEquals(Optional.of(query()), snapshots.queryOf(own));
        Path sent = Files.createDirectory(folder.resolve("sent"));
        Files.copy(own, sent.resolve("log.parquet"));
        Files.copy(own.resolveSibling("query.json"), sent.resolve("query.json"));
        assertEquals(Optional.empty(), snapshots.queryOf(sent.resolve("log.parquet")));
        Path link = Files.createSymbolicLink(folder.resolve("workspace/snapshots/link"), sent);
        assertEquals(Optional.empty(), snapshots.queryOf(link.resolve("log.parquet")));
        assertEquals(List.of(query()), snapshots.asked());
    }

    @Test
    void tellsQueriesApart() throws Exception {
        SourceQuery one = new SourceQuery("jdbc:postgresql://host/a", "likes", "SELECT 1");
        assertNotEquals(one.key(), new SourceQuery("jdbc:postgresql://host/b", "likes", "SELECT 1").key());
        assertNotEquals(one.key(), new SourceQuery("jdbc:postgresql://host/a", "likes", "SELECT 2").key());
    }
}
