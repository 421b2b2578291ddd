package dev.nara.chart;

import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The folder to which a process unpacks fonts. A file in it is locked while the process lives, so that later processes recognise folders of
 * killed ones.
 */
final class FontFolder {
    private static final String NAME = "nara-fonts";
    private static final String LOCK = "lock";
    /** Far longer than from creating a folder to locking it. */
    private static final Duration NEW = Duration.ofMinutes(10);

    /** A static reference: an unreachable channel would be closed and its lock released. */
    private static final Queue<FileChannel> OPEN = new ConcurrentLinkedQueue<>();

    private FontFolder() {}

    /** Creates a folder that is deleted at exit with everything passed to it; folders of killed processes are deleted now. */
    static Path in(Path temporary, Instant now) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, NAME + "*")) {
            for (Path folder : folders) {
                sweep(folder, now.minus(NEW));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Path folder = Files.createTempDirectory(temporary, NAME);
        folder.toFile().deleteOnExit();
        Path file = folder.resolve(LOCK);
        file.toFile().deleteOnExit();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OPEN.add(channel);
        channel.lock();
        return folder;
    }

    private static void sweep(Path folder, Instant before) {
        try {
            if (Files.getLastModifiedTime(folder).toInstant().isBefore(before) && isFree(folder.resolve(LOCK))) {
                delete(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // It is left for a later start to delete.
        }
    }

    private static boolean isFree(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return true;
        }
        try (FileChannel channel = PrivateFiles.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> within = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : within) {
                Files.deleteIfExists(each);
            }
        }
    }
}
