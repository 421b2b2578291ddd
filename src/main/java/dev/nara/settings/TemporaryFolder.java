package dev.nara.settings;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What libraries unpack and programs that were killed could not delete. */
final class TemporaryFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    /** SQLite's library, which it deletes itself when the program ends, and what tells whether the folder can be written. */
    private static final String LEFT = "{sqlite-*,probe*}";
    /** Between unpacking a library and loading it far less passes; a loaded one needs its file no more, or cannot be deleted. */
    private static final Duration IN_USE = Duration.ofMinutes(10);

    private TemporaryFolder() {}

    /** Deletes what was left there some time before. */
    static void sweep(Path folder, Instant now) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, LEFT)) {
            for (Path file : files) {
                deleteIfBefore(file, now.minus(IN_USE));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void deleteIfBefore(Path file, Instant before) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }
}
