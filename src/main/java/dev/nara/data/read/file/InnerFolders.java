package dev.nara.data.read.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folders in a folder, without those that represent the value of a column, as in partitioned tables. */
public final class InnerFolders {
    private InnerFolders() {}

    /** Those in a folder. */
    public static List<Path> of(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return found.filter(Files::isDirectory)
                    .filter(inner -> !String.valueOf(inner.getFileName()).matches("[._].*|.*=.*"))
                    .toList();
        }
    }
}
