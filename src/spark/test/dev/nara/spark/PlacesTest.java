package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aFolderHasItsNameOnceItIsWhole() throws Exception {
        SparkSession session = LocalSpark.session();
        String out = folder.resolve("out").toString();
        IOException full = new IOException("No space left on device");
        assertEquals(
                full,
                assertThrows(
                        IOException.class,
                        () -> Places.whole(session, out, unfinished -> {
                            session.range(3).write().parquet(unfinished + "/train");
                            throw full;
                        })));
        assertEquals(List.of(), names(), "what is half written is gone, and the next try is not in its way");
        Places.check(session, "", out);
        Places.whole(session, out, unfinished -> {
            session.range(3).write().parquet(unfinished);
            assertEquals(1, names().size());
            assertEquals(false, names().contains("out"));
        });
        assertEquals(List.of("out"), names());
        assertEquals(3, session.read().parquet(out).count());
        assertEquals(
                out + " is there already. Give another --out, or delete it first.",
                assertThrows(Refused.class, () -> Places.check(session, "", out))
                        .getMessage());
    }

    @Test
    void nothingIsMovedIntoAFolderThatWasMadeMeanwhile() throws Exception {
        SparkSession session = LocalSpark.session();
        Path out = folder.resolve("out");
        assertThrows(
                Refused.class,
                () -> Places.whole(session, out.toString(), unfinished -> {
                    session.range(3).write().parquet(unfinished);
                    Files.createDirectory(out);
                    Files.writeString(out.resolve("of-others"), "x");
                }));
        assertEquals(List.of("out"), names());
        try (var files = Files.list(out)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void anErrorOfTheJobIsReportedAlsoWhereNothingCanBeDeleted() {
        SparkSession session = LocalSpark.session();
        session.sparkContext().hadoopConfiguration().set("fs.undeletable.impl", Undeletable.class.getName());
        IOException full = new IOException("No space left on device");
        IOException error = assertThrows(
                IOException.class,
                () -> Places.whole(session, "undeletable://" + folder.resolve("out"), unfinished -> {
                    throw full;
                }));
        assertEquals(full, error);
        assertEquals("not deleted", error.getSuppressed()[0].getMessage());
    }

    /** A file system that deletes nothing. */
    public static final class Undeletable extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("undeletable:///");
        }

        @Override
        public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
            throw new IOException("not deleted");
        }
    }
}
