package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Detects folders of table formats whose own log determines which files are valid: reading all files would include deleted rows. */
final class LakeTable {
    private LakeTable() {}

    /** Throws if a folder is one. */
    static void refuse(Path folder) throws IOException, DataException {
        String format = Files.isDirectory(folder.resolve("_delta_log"))
                ? "delta"
                : Files.isDirectory(folder.resolve(".hoodie")) ? "hudi" : isIceberg(folder) ? "iceberg" : "";
        if (!format.isEmpty()) {
            throw new DataException(
                    folder, Text.of("data.folder.lake", format), Text.of("data.folder.lake.remedy", format));
        }
    }

    private static boolean isIceberg(Path folder) throws IOException {
        Path metadata = folder.resolve("metadata");
        if (!Files.isDirectory(metadata)) {
            return false;
        }
        try (Stream<Path> files = Files.list(metadata)) {
            return files.anyMatch(file -> file.toString().endsWith(".metadata.json"));
        }
    }
}
