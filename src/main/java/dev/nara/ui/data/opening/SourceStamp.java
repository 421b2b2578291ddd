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
 * When the files of a source were written, to tell whether they have changed since.
 *
 * @param times of last change, of each file
 */
record SourceStamp(Map<Path, Long> times) {
    /** Of the file, of the archive or workbook that it is in, or of the files of the folder. */
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

    /** How many of these files are gone or were written again since; new ones do not count. */
    long changedSince(SourceStamp then) {
        return then.times().entrySet().stream()
                .filter(file -> !file.getValue().equals(times.get(file.getKey())))
                .count();
    }
}
