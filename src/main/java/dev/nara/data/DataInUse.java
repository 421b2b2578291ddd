package dev.nara.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files and folders that this process has read as data, which {@link OutputFile} must not overwrite. */
public final class DataInUse {
    private static final Set<Path> READ = ConcurrentHashMap.newKeySet();

    private DataInUse() {}

    /** Protects a file, or the files of a folder, from now on. */
    public static void add(Path path) {
        try {
            READ.add(path.toRealPath());
        } catch (IOException e) {
            // A path that does not exist needs no protection.
        }
    }

    /** Protects a stored path, which may not be valid on this machine. */
    public static void add(String written) {
        WrittenPath.of(written).ifPresent(DataInUse::add);
    }

    /** Whether an existing file, given by its real path, is protected. */
    static boolean holds(Path real) {
        Path folder = real.getParent();
        return READ.contains(real) || (folder != null && READ.contains(folder));
    }
}
