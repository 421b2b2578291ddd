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
 * Writes files to paths given by the user: reports, lists, exported runs and data. All such files are written here, so that none overwrites
 * data that was read or files of a workspace.
 */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Throws if a file must not be written; to be called before expensive work.
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

    /** The file in its real folder. Errors of broken links are left to the actual writing. */
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
                // The folder does not exist yet.
            }
        }
        return whole;
    }

    /**
     * Writes a file atomically, or directly into a pipe or a device. Creates missing folders.
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
            DataInUse.written(file);
        }
    }

    /** The file as a target, for code that also writes to an {@link AtomicFile}. */
    public static AtomicFile.Target at(Path file) {
        return content -> write(file, content);
    }

    /** Appends a line to a file that was checked before: the lines that it has by now may have been read as data. */
    public static void append(Path file, String line) throws IOException {
        if (!Destination.isStream(file)) {
            PrivateFiles.create(file);
        }
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Like {@link #check}, with an IOException, for code that writes the file itself. */
    public static void checked(Path file) throws IOException {
        try {
            check(file);
        } catch (DataException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
