package dev.nara.data;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Where what is written to a path goes: to the end of symbolic links, and straight into pipes and devices. */
public final class Destination {
    private static final int MOST_LINKS = 40;

    private Destination() {}

    /** Whether the path is a pipe, a device or a stream that is open already: written into, or read once, and never replaced. */
    public static boolean isStream(Path path) {
        Path named = path.toAbsolutePath().normalize();
        if (isOpenStream(named)) {
            return true;
        }
        try {
            return Files.readAttributes(named, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the path names a stream that this process was started with, as /dev/stdin or what a shell puts for {@code <(…)}. */
    static boolean isOpenStream(Path path) {
        Path named = path.toAbsolutePath().normalize();
        return named.startsWith("/dev/fd")
                || named.startsWith("/proc/self/fd")
                || named.equals(Path.of("/dev/stdin"))
                || named.equals(Path.of("/dev/stdout"))
                || named.equals(Path.of("/dev/stderr"));
    }

    /**
     * The file itself, which need not exist: the path, or what the link there leads to.
     *
     * @throws IOException if links lead in a circle, or to a folder
     */
    static Path of(Path path) throws IOException {
        Path place = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(place); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        if (Files.isDirectory(place)) {
            throw new FileSystemException(path.toString(), null, "Is a directory");
        }
        return place;
    }

    /** Whether two paths are one file, there or not. */
    public static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }
}
