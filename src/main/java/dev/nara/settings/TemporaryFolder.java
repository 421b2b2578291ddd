package dev.nara.settings;

import dev.nara.data.FolderInUse;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans up temporary files of libraries that killed processes could not delete. */
final class TemporaryFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    /** Unpacked libraries, which are deleted when their process ends, and the file that tests whether the folder is writable. */
    private static final String LEFT = "{sqlite-*,libduckdb_java*,jna*,probe*}";
    /** What DuckDB writes and what is unpacked for it. */
    private static final String DUCKDB = "duckdb-*";
    /** The same where the file system has no locks, because its work may take hours, and Java's copies of fonts. */
    private static final String LEFT_AT_WORK = "{duckdb-*,+~JF*}";
    /** Far longer than from unpacking a library to loading it; after that its file is no longer needed, or cannot be deleted. */
    private static final Duration IN_USE = Duration.ofMinutes(10);

    /** Far longer than from creating the mark of a folder to locking it. */
    private static final Duration MARKED = Duration.ofSeconds(10);

    private static final Duration AT_WORK = Duration.ofDays(1);

    private TemporaryFolder() {}

    /** Deletes old remains in the folder. */
    static void sweep(Path folder, Instant now) throws IOException {
        sweep(folder, LEFT, now.minus(IN_USE));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, DUCKDB)) {
            for (Path each : folders) {
                if (FolderInUse.isLeft(each, now.minus(MARKED))) {
                    deleteIfBefore(each, Instant.MAX);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        sweep(folder, LEFT_AT_WORK, now.minus(AT_WORK));
    }

    private static void sweep(Path folder, String names, Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                deleteIfBefore(file, before);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void deleteIfBefore(Path file, Instant before) {
        try (Stream<Path> all = Files.walk(file)) {
            List<Path> within = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : within) {
                if (!Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
                    return;
                }
            }
            for (Path each : within) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }
}
