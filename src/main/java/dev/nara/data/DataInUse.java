package dev.nara.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files of the data that this process uses, which {@link OutputFile} must not overwrite. */
public final class DataInUse {
    private static final Set<Path> READ = ConcurrentHashMap.newKeySet();
    /** Files that this process wrote, which may be written again. */
    private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

    private DataInUse() {}

    /** Protects a file that was named as data. Ignores a folder: the files in it are added when they are read. */
    public static void add(Path path) {
        real(path).ifPresent(file -> {
            WRITTEN.remove(file);
            READ.add(file);
        });
    }

    /** Protects a file that was read because it is in a folder of data, unless this process wrote it. */
    public static void addFound(Path path) {
        real(path).filter(file -> !WRITTEN.contains(file)).ifPresent(READ::add);
    }

    /** Ends the protection of all files but those at or below these paths: other data is closed. */
    public static void retain(Collection<Path> open) {
        List<Path> places = open.stream().map(DataInUse::realOrSame).toList();
        READ.removeIf(file -> places.stream().noneMatch(file::startsWith));
    }

    /** Records that this process wrote a file. */
    static void written(Path path) {
        real(path).ifPresent(WRITTEN::add);
    }

    /** Whether an existing file, given by its real path, is protected. */
    static boolean holds(Path real) {
        return READ.contains(real);
    }

    /** The real path of a file; empty for a folder, and for a file that does not exist, which needs no protection. */
    private static Optional<Path> real(Path path) {
        try {
            return Files.isDirectory(path) ? Optional.empty() : Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path realOrSame(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
