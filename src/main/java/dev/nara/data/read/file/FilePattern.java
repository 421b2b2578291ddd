package dev.nara.data.read.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A path whose last part is a pattern with {@code *} or {@code ?} for several files in one folder. */
public final class FilePattern {
    private FilePattern() {}

    /** Whether a path is a pattern, and not the name of an existing file. */
    static boolean is(Path path) {
        return String.valueOf(path.getFileName()).matches("(?s).*[*?].*") && !Files.exists(path);
    }

    /** The files that match a path, in the order of parts; empty if it is not a pattern, or the name of an existing file. */
    public static List<Path> files(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (!is(path) || folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, String.valueOf(path.getFileName()))) {
            return PartOrder.sorted(
                    StreamSupport.stream(found.spliterator(), false).filter(Files::isRegularFile), file -> file);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
