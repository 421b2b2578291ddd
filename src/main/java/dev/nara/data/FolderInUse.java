package dev.nara.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks a temporary folder as in use by a locked file, which the system unlocks when the process ends, even if it is killed. */
public final class FolderInUse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderInUse.class);
    private static final String NAME = "in-use";

    /** The folders of this process: opening and closing a locked file would unlock it. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final @Nullable FileChannel locked;

    private FolderInUse(Path folder, @Nullable FileChannel locked) {
        this.folder = folder;
        this.locked = locked;
    }

    /** Marks a new folder until this is closed; does not where the file system has no locks. */
    public static FolderInUse mark(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            OWN.add(folder.toAbsolutePath());
            return new FolderInUse(folder, channel);
        }
        channel.close();
        Files.delete(file);
        return new FolderInUse(folder, null);
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a folder was marked before a time by a process that has ended since; false for one without a mark, and if in doubt. */
    public static boolean isLeft(Path folder, Instant before) {
        Path file = folder.resolve(NAME);
        if (OWN.contains(folder.toAbsolutePath()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before) && isUnlocked(file);
        } catch (IOException e) {
            // Its process is deleting it, or the file system has no locks.
            return false;
        }
    }

    private static boolean isUnlocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Ends the mark and deletes the folder with all that it holds. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            if (locked != null) {
                locked.close();
            }
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.debug("{} stays", folder, e);
        } finally {
            OWN.remove(folder.toAbsolutePath());
        }
    }
}
