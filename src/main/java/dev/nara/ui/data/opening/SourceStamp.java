package dev.nara.ui.data.opening;

import dev.nara.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The modification times of a source's files, to detect changes.
 *
 * @param times the last modification of each file
 */
record SourceStamp(Map<Path, Long> times) {
    /** For the file, the archive or workbook that contains it, or the files of the folder. */
    static SourceStamp of(Path named) throws DataException {
        Map<Path, Long> times = new HashMap<>();
        Path path = named;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                times.put(file, Files.getLastModifiedTime(file).toMillis());
            }
            return new SourceStamp(times);
        } catch (IOException e) {
            throw DataException.unreadable(path, e);
        }
    }

    /** The number of earlier files that are missing or have changed; new files do not count. */
    long changedSince(SourceStamp then) {
        return then.times().entrySet().stream()
                .filter(file -> !file.getValue().equals(times.get(file.getKey())))
                .count();
    }
}
