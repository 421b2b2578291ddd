package dev.nara.data;

import dev.nara.text.Text;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Files that are written for people, where they say: reports, lists, exported runs and data. All of them are written here, so that
 * none takes the place of data that was read or of what a workspace keeps.
 */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Makes sure that a file may be written, before much work is done for it.
     *
     * @throws DataException if it is part of data that was read, or a workspace's own
     */
    public static void check(Path file) throws DataException {
        if (Destination.isStream(file)) {
            return;
        }
        Path real = real(file);
        if (Files.exists(real) && DataInUse.holds(real)) {
            throw new DataException(file, Text.of("file.of.data"), Text.of("file.of.data.remedy"));
        }
        if (OwnPlaces.hold(real)) {
            throw new DataException(file, Text.of("file.of.workspace"), Text.of("file.of.data.remedy"));
        }
    }

    /** The file itself, by the folder that it really is in; whoever writes it says what is wrong with links that lead nowhere. */
    private static Path real(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            Path target = Destination.of(whole);
            if (Files.exists(target)) {
                return target.toRealPath();
            }
            whole = target.normalize();
        } catch (IOException e) {
            return whole;
        }
        for (Path folder = whole.getParent(); folder != null; folder = folder.getParent()) {
            try {
                return folder.toRealPath().resolve(folder.relativize(whole));
            } catch (IOException e) {
                // It is to be made.
            }
        }
        return whole;
    }

    /**
     * Writes it whole or not at all; straight into a pipe or a device. Makes missing folders.
     *
     * @throws IOException if it is part of data that was read, or a workspace's own
     */
    public static void write(Path file, AtomicFile.Writer writer) throws IOException {
        checked(file);
        if (Destination.isStream(file)) {
            try (OutputStream out = new BufferedOutputStream(new FileOutputStream(file.toFile()))) {
                writer.write(new StaysOpen(out));
            }
        } else {
            AtomicFile.write(file, writer);
        }
    }

    /** The same for whoever writes to either. */
    public static AtomicFile.Target at(Path file) {
        return content -> write(file, content);
    }

    /** Adds a line to it, likewise. */
    public static void append(Path file, String line) throws IOException {
        checked(file);
        if (!Destination.isStream(file)) {
            PrivateFiles.create(file);
        }
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The same as {@link #check} for whoever writes in another way. */
    public static void checked(Path file) throws IOException {
        try {
            check(file);
        } catch (DataException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
