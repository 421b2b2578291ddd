package dev.nara.data.read.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A path whose last part, with {@code *} or {@code ?} in it, stands for several files of one folder. */
public final class FilePattern {
    private FilePattern() {}

    /** The files that a path stands for, by name; none where it is no pattern, or itself there. */
    public static List<Path> files(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        String name = String.valueOf(path.getFileName());
        if (!name.matches(".*[*?].*") || Files.exists(path) || folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name)) {
            return StreamSupport.stream(found.spliterator(), false)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
