package dev.nara.ui.start;

import dev.nara.data.WrittenPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample that comes with the program; the sample of another copy of the program counts as the same data. */
final class BundledSample {
    private final Path own;
    private final Map<String, String> places = new HashMap<>();

    BundledSample(Path own) {
        this.own = own.toAbsolutePath();
    }

    /** The path of this program's sample. */
    String path() {
        return own.toString();
    }

    /** The path of data; for a copy of the sample, that of this program's sample. */
    String place(String path) {
        return places.computeIfAbsent(path, p -> isCopy(p) ? own.toString() : p);
    }

    private boolean isCopy(String path) {
        Path name = own.getFileName();
        return WrittenPath.of(path)
                .filter(other -> name != null && name.equals(other.getFileName()))
                .filter(other -> !other.equals(own) && Files.isDirectory(other) && Files.isDirectory(own))
                .filter(other -> sizes(other).equals(sizes(own)))
                .isPresent();
    }

    /** The size of each file by name; empty for a folder that cannot be read. */
    private static Map<String, Long> sizes(Path folder) {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sizes.put(String.valueOf(file.getFileName()), Files.size(file));
            }
        } catch (IOException | UncheckedIOException e) {
            sizes.put(folder.toString(), 0L);
        }
        return sizes;
    }
}
