package dev.nara.store.folder;

import dev.nara.data.InputFile;
import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file locked by this process; the operating system unlocks it however the process ends. Its content tells what it is held for. */
public final class LockedFile implements AutoCloseable {
    /** The locked byte is beyond the content, so that other processes can read the content where locks prevent reading. */
    private static final long LOCKED_BYTE = 1 << 20;
    /**
     * The files that this Java process holds, with their content. They are not opened again: closing a second channel of a file would
     * unlock it.
     */
    private static final Map<Path, String> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;

    private LockedFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Locks a file in a folder, creating it if necessary; null if this or another process holds it. */
    public static @Nullable LockedFile take(Path folder, String name, String content) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        synchronized (HELD) {
            return HELD.containsKey(file) ? null : lock(file, content);
        }
    }

    /** The name of the lock file of a place for one training at a time, such as a GPU. */
    public static String place(String name) {
        return "training-" + name + ".lock";
    }

    /** The name of the file. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** The content of a file in a folder, whichever process holds it; empty if the file does not exist. */
    public static Optional<String> content(Path folder, String name) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        synchronized (HELD) {
            String own = HELD.get(file);
            return own == null ? read(file) : Optional.of(own);
        }
    }

    private static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(new String(InputFile.keptBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LockedFile lock(Path file, String content) throws IOException {
        PrivateFiles.create(file);
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.WRITE);
        LockedFile taken = null;
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
                taken = new LockedFile(file, channel);
                HELD.put(file, content);
            }
            return taken;
        } finally {
            if (taken == null) {
                channel.close();
            }
        }
    }

    /** Unlocks the file. */
    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(file);
            channel.close();
        }
    }
}
