package dev.nara.data;

import dev.nara.text.Text;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a file whole or not at all, even if the power fails: written beside it, forced to disk, moved into place. */
public final class AtomicFile {
    private static final String UNFINISHED = ".tmp";

    private AtomicFile() {}

    /**
     * Makes sure that a file to be written is none of a dataset's own.
     *
     * @throws DataException if it is there already and lies where the data was read from
     */
    public static void checkNotOf(Path data, Path file) throws DataException {
        Path target = file.toAbsolutePath().normalize();
        Path source = data.toAbsolutePath().normalize();
        boolean within = target.equals(source) || source.equals(target.getParent());
        if (within && Files.exists(target)) {
            throw new DataException(file, Text.of("file.of.data"), Text.of("file.of.data.remedy"));
        }
    }

    /** Writes the content. */
    @FunctionalInterface
    public interface Writer {
        /** The stream need not be closed, but may be. */
        void write(OutputStream out) throws IOException;
    }

    /** Creates missing folders; a new file is its owner's alone, an old one keeps its permissions; on an error it stays as it was. */
    public static void write(Path file, Writer writer) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        PrivateFiles.createFolder(folder);
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + UNFINISHED;
        Path temporary = folder.resolve(name);
        try {
            PrivateFiles.create(temporary);
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                writer.write(new StaysOpen(out));
                out.getFD().sync();
            }
            PrivateFiles.likeOld(target, temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Deletes what programs that were killed were writing in a folder; only where it is known that none writes there now. */
    public static void deleteUnfinished(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, ".*" + UNFINISHED)) {
            for (Path file : unfinished) {
                Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** A writer that closes its stream does not take away the file that is still to be forced to disk. */
    private static final class StaysOpen extends OutputStream {
        private final OutputStream out;

        StaysOpen(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
