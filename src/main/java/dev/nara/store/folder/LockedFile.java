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

/** A file that this program alone holds; the system unlocks it however the program ends. What stands in it says for what. */
public final class LockedFile implements AutoCloseable {
    /** Behind what stands in the file, so that others can read that where a lock keeps them from what is locked. */
    private static final long LOCKED_BYTE = 1 << 20;
    /**
     * The files that this Java process holds. They are not opened again: closing a second channel of a file would unlock
     * it. With what stands in them.
     */
    private static final Map<Path, String> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;

    private LockedFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the file of a folder, which it makes where it is not there; null where this or another program holds it. */
    public static @Nullable LockedFile take(Path folder, String name, String content) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        synchronized (HELD) {
            return HELD.containsKey(file) ? null : lock(file, content);
        }
    }

    /** What the file of a place is called in which one trains at a time, such as a GPU. */
    public static String place(String name) {
        return "training-" + name + ".lock";
    }

    /** Its name. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** What stands in a file of a folder, whoever holds it; empty where it is not there. */
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

    /** Lets others take it. */
    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(file);
            channel.close();
        }
    }
}
