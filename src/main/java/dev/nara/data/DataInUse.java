package dev.nara.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The files of the data that this process uses, which {@link OutputFile} must not overwrite. */
public final class DataInUse {
    /** Real paths, each with the number of its last reading. */
    private static final Map<Path, Long> READ = new ConcurrentHashMap<>();

    private static final AtomicLong READINGS = new AtomicLong();
    /** Files that this process wrote, which may be written again. */
    private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

    private DataInUse() {}

    /** Protects a file that was named as data. Ignores a folder: the files in it are added when they are read. */
    public static void add(Path path) {
        real(path).ifPresent(file -> {
            WRITTEN.remove(file);
            read(file);
        });
    }

    /** Protects a file that was read because it is in a folder of data, unless this process wrote it. */
    public static void addFound(Path path) {
        real(path).filter(file -> !WRITTEN.contains(file)).ifPresent(DataInUse::read);
    }

    private static void read(Path file) {
        READ.put(file, READINGS.incrementAndGet());
    }

    /** The number of readings until now, for {@link #retain}: to be taken before data is read. */
    public static long readings() {
        return READINGS.get();
    }

    /** Ends the protection of the files that were not read since a number of readings: their data is closed. */
    public static void retain(long since) {
        READ.values().removeIf(reading -> reading <= since);
    }

    /** Records that this process wrote a file. */
    static void written(Path path) {
        real(path).ifPresent(WRITTEN::add);
    }

    /** Whether an existing file, given by its real path, is protected. */
    static boolean holds(Path real) {
        return READ.containsKey(real);
    }

    /** The real path of a file; empty for a folder, and for a file that does not exist, which needs no protection. */
    private static Optional<Path> real(Path path) {
        try {
            return Files.isDirectory(path) ? Optional.empty() : Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
