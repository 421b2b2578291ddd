package dev.nara.store.database;

import dev.nara.data.Destination;
import dev.nara.data.OwnPlaces;
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
 * Tells which processes that work on runs of a workspace are alive. Each process locks a file of its own in the workspace, and the
 * operating system releases the lock however the process ends; host names, process ids and clocks are not used. File systems without locks
 * are not supported, nor are processes on two machines in one workspace, which the database does not support either.
 */
public final class LivingProcesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LivingProcesses.class);
    private static final String SUFFIX = ".lock";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    /**
     * The files that this Java process has locked. They must not be opened again: closing a second channel of a file would unlock it.
     * Synchronizing on the set also prevents two threads from testing the same file at the same time, which Java rejects.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private volatile String id = newId();
    private @Nullable FileLock lock;

    /** For the processes of a workspace, whose folder must exist. */
    public LivingProcesses(Path workspace) throws IOException {
        folder = workspace.toRealPath().resolve("processes");
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The name of this process in the workspace; it counts as alive from the first call until this is closed or the process ends. */
    synchronized String own() throws IOException {
        while (lock == null) {
            id = newId();
            lock = hold(file(id));
        }
        return id;
    }

    /** Whether the name is that of this process. */
    boolean isOwn(String process) {
        return id.equals(process);
    }

    private Path file(String process) {
        return folder.resolve(process + SUFFIX);
    }

    /** Null if another process took the new file for one of a dead process and deleted it. */
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

    /** Whether the process of that name is alive; names from earlier versions count as dead. */
    boolean alive(String process) {
        return ID.matcher(process).matches() && locked(file(process), false);
    }

    /** Whether a process holds the file; on request, deletes it if none does. */
    private static boolean locked(Path file, boolean delete) {
        synchronized (HELD) {
            if (HELD.contains(file)) {
                return true;
            }
            if (Destination.isStream(file) || OwnPlaces.link(file).isPresent()) {
                // It is not one of our files, and opening it could block or lead elsewhere.
                return false;
            }
            // Shared, so that two processes that test at the same time do not take each other for its holder.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
                if (free != null && delete) {
                    // While it is locked: a process that is just starting checks afterwards that its file still exists.
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

    /** Whether any process works on runs of the workspace. */
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

    /** Deletes the files of killed processes. */
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

    /** From now on this process counts as ended. */
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
