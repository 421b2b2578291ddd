package dev.nara.data;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Resolves where output to a path goes: to the target of symbolic links, and directly into pipes and devices. */
public final class Destination {
    private static final int MOST_LINKS = 40;

    private Destination() {}

    /** Whether the path is a pipe, a device or an open stream, which can be written or read once, but not replaced. */
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

    /** Whether the path is a stream with which this process was started, such as /dev/stdin or what a shell passes for {@code <(…)}. */
    static boolean isOpenStream(Path path) {
        Path named = path.toAbsolutePath().normalize();
        return named.startsWith("/dev/fd")
                || named.startsWith("/proc/self/fd")
                || named.equals(Path.of("/dev/stdin"))
                || named.equals(Path.of("/dev/stdout"))
                || named.equals(Path.of("/dev/stderr"));
    }

    /**
     * The file at a path, which need not exist, or the target if the path is a link.
     *
     * @throws IOException if links form a cycle, or lead to a folder
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

    /** Whether two paths are the same file, which need not exist. */
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
