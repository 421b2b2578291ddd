package dev.nara.store.database;

import dev.nara.data.Destination;
import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which programs that work on runs of a workspace are alive. Each holds a lock on a file of its own there, which the system
 * releases however the program ends; host names, process numbers and clocks are never asked. A file system without locks is
 * refused, and so are programs of two machines on one workspace, which the database could not serve either.
 */
public final class LivingProcesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivingProcesses.class);
    private static final String SUFFIX = ".lock";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    /**
     * The files that this Java process has locked. They are not opened again: closing a second channel of a file would unlock
     * it. The set also keeps its threads from testing one file at once, which Java refuses.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private volatile String id = newId();
    private @Nullable FileLock lock;

    /** For the programs of a workspace, whose folder must be there. */
    public LivingProcesses(Path workspace) throws IOException {
        folder = workspace.toRealPath().resolve("processes");
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** What this program is called in the workspace; it can be seen to be alive from the first call until it is closed or ends. */
    synchronized String own() throws IOException {
        while (lock == null) {
            id = newId();
            lock = hold(file(id));
        }
        return id;
    }

    /** Whether that name is this program's own. */
    boolean isOwn(String process) {
        return id.equals(process);
    }

    private Path file(String process) {
        return folder.resolve(process + SUFFIX);
    }

    /** Null where another program took the new file for one that a dead program left. */
    private static @Nullable FileLock hold(Path file) throws IOException {
        PrivateFiles.createFolderOf(file);
        synchronized (HELD) {
            FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), PrivateFiles.ofFile());
            FileLock lock = null;
            try {
                lock = channel.tryLock();
                if (lock != null && Files.exists(file)) {
                    HELD.add(file);
                    return lock;
                }
                return null;
            } finally {
                if (lock == null || !HELD.contains(file)) {
                    channel.close();
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Whether the program of that name is alive; names that older programs gave themselves are of the dead. */
    boolean alive(String process) {
        return ID.matcher(process).matches() && locked(file(process), false);
    }

    /** Whether a program holds the file, which is deleted on request where none does. */
    private static boolean locked(Path file, boolean delete) {
        synchronized (HELD) {
            if (HELD.contains(file)) {
                return true;
            }
            if (Destination.isStream(file)) {
                // No program made it, and opening it would hold this one up.
                return false;
            }
            // Shared, so that two who look at once do not take each other for the living.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
                if (free != null && delete) {
                    // While it is locked, for a program that is just beginning checks afterwards that its file is
                    // there.
                    Files.deleteIfExists(file);
                }
                return free == null;
            } catch (NoSuchFileException e) {
                return false;
            } catch (IOException e) {
                LOG.warn("it cannot be seen whether a program holds {}", file, e);
                return true;
            }
        }
    }

    /** Whether any program works on runs of the workspace. */
    public boolean anyAlive() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                if (locked(file, false)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Deletes what programs left that were killed. */
    void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                locked(file, true);
            }
        }
    }

    /** From now on this program is seen as one that has ended. */
    @Override
    public synchronized void close() throws IOException {
        if (lock != null) {
            synchronized (HELD) {
                Files.deleteIfExists(file(id));
                lock.acquiredBy().close();
                HELD.remove(file(id));
            }
            lock = null;
        }
    }
}
