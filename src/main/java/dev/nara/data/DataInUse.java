package dev.nara.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files and folders that this program has read as data: what it writes for people takes the place of none of them. */
public final class DataInUse {
    private static final Set<Path> READ = ConcurrentHashMap.newKeySet();

    private DataInUse() {}

    /** From now on the file is not replaced, or the folder's own files are not. */
    public static void add(Path path) {
        try {
            READ.add(path.toRealPath());
        } catch (IOException e) {
            // What is not there needs no protection.
        }
    }

    /** The same of a path as it is stored, which may be none on this machine. */
    public static void add(String written) {
        WrittenPath.of(written).ifPresent(DataInUse::add);
    }

    /** Whether a file that is there, by its real path, is one of them. */
    static boolean holds(Path real) {
        Path folder = real.getParent();
        return READ.contains(real) || (folder != null && READ.contains(folder));
    }
}
