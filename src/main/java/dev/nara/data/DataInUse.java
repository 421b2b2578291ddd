package dev.nara.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files that this process has read as data, which {@link OutputFile} must not overwrite. */
public final class DataInUse {
    private static final Set<Path> READ = ConcurrentHashMap.newKeySet();

    private DataInUse() {}

    /** Protects a file from now on. Ignores a folder: the files in it are added when they are read. */
    public static void add(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                READ.add(path.toRealPath());
            }
        } catch (IOException e) {
            // A path that does not exist needs no protection.
        }
    }

    /** Whether an existing file, given by its real path, is protected. */
    static boolean holds(Path real) {
        return READ.contains(real);
    }
}
