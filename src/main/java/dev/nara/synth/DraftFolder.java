package dev.nara.synth;

import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A folder that is filled before its files are moved to their destination, and then deleted. A lock file next to it is held while its
 * process lives, so that later processes recognise folders of killed ones.
 */
final class DraftFolder implements AutoCloseable {
    private static final String DRAFT = ".draft-";
    private static final String LOCK = ".lock";

    /** Closing a second channel to a file would release its lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path file;
    private final FileChannel channel;

    private DraftFolder(Path folder, Path file, FileChannel channel) {
        this.folder = folder;
        this.file = file;
        this.channel = channel;
    }

    /** Creates one next to the destination folder; those left there by killed processes are deleted. */
    static DraftFolder beside(Path target) throws IOException {
        Path parent = Objects.requireNonNull(target.getParent());
        String name = "." + target.getFileName() + DRAFT;
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(
                parent,
                each -> each.getFileName().toString().startsWith(name)
                        && each.getFileName().toString().endsWith(LOCK))) {
            for (Path lock : locks) {
                if (!HELD.contains(lock)) {
                    sweep(lock);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Path file = Files.createTempFile(parent, name, LOCK, PrivateFiles.ofFile());
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.WRITE);
        HELD.add(file);
        DraftFolder draft = new DraftFolder(of(file), file, channel);
        if (channel.tryLock() == null) {
            draft.close();
            throw new IOException(file + " is locked");
        }
        PrivateFiles.createFolder(draft.folder);
        return draft;
    }

    private static Path of(Path lock) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    private static void sweep(Path lock) throws IOException {
        try (FileChannel channel = PrivateFiles.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                delete(of(lock));
                Files.deleteIfExists(lock);
            }
        } catch (NoSuchFileException e) {
            // Its process is done with it.
        }
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try {
            delete(folder);
        } finally {
            channel.close();
            Files.deleteIfExists(file);
            HELD.remove(file);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
