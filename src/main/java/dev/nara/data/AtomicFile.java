package dev.nara.data;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces a file atomically, even if the power fails: writes a temporary file next to it, forces it to disk, and renames it. */
public final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final String UNFINISHED = ".tmp";
    private static final Pattern PROCESS = Pattern.compile("\\d{1,10}");

    private AtomicFile() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Writer {
        /** Writes the content; the stream may be closed, but need not be. */
        void write(OutputStream out) throws IOException;
    }

    /** A destination of content. */
    @FunctionalInterface
    public interface Target {
        /** Writes the content there. */
        void write(Writer content) throws IOException;
    }

    /** A file that is replaced atomically. */
    public static Target at(Path file) {
        return content -> write(file, content);
    }

    /**
     * Creates missing folders. A new file is accessible to its owner only, an existing one keeps its permissions; on an error it stays
     * unchanged. Of a symbolic link, the target is replaced, but not in a workspace.
     *
     * @throws IOException also if the path is a pipe or a device, which could block, or a workspace's own and a link
     */
    public static void write(Path file, Writer writer) throws IOException {
        OwnPlaces.checkNoLink(file);
        if (Destination.isStream(file)) {
            throw new IOException(file + " is no file");
        }
        Path target = Destination.of(file);
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        try {
            PrivateFiles.createFolder(folder);
            replace(target, folder, writer);
        } catch (AccessDeniedException e) {
            throw named(new AccessDeniedException(target.toString()), e);
        } catch (IOException e) {
            // Errors of a stream do not contain the name of the file.
            boolean unnamed =
                    e.getClass() == IOException.class && SystemCause.of(e).isPresent();
            throw unnamed ? named(new FileSystemException(target.toString(), null, e.getMessage()), e) : e;
        }
    }

    private static void replace(Path target, Path folder, Writer writer) throws IOException {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + UNFINISHED;
        Path temporary = folder.resolve(name);
        try {
            if (Files.isSymbolicLink(temporary)) {
                Files.delete(temporary);
            }
            PrivateFiles.create(temporary);
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                writer.write(new StaysOpen(out));
                out.getFD().sync();
            }
            PrivateFiles.likeOld(target, temporary);
            move(temporary, target);
            sync(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static IOException named(IOException named, IOException cause) {
        named.initCause(cause);
        return named;
    }

    /** Forces the entries of a folder to disk, if the system supports it: otherwise a power failure may undo a rename. */
    public static void sync(Path folder) {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be synced by itself here", folder, e);
        }
    }

    /** Deletes temporary files that killed processes left in a folder. Call it only if no process is writing there. */
    public static void deleteUnfinished(Path folder) throws IOException {
        OwnPlaces.checkNoLink(folder);
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

    /** The temporary files in a folder whose processes no longer exist. */
    public static List<Path> left(Path folder) throws IOException {
        OwnPlaces.checkNoLink(folder);
        List<Path> left = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, ".*" + UNFINISHED)) {
                for (Path file : unfinished) {
                    if (!isBeingWritten(file)) {
                        left.add(file);
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return left;
    }

    /** Whether the process of a temporary file exists. If another process has reused its id, the file is kept for now. */
    private static boolean isBeingWritten(Path file) {
        String name = String.valueOf(file.getFileName());
        int before = name.lastIndexOf('.', name.length() - UNFINISHED.length() - 1);
        if (!name.endsWith(UNFINISHED) || !name.startsWith(".") || before < 1) {
            return true;
        }
        String process = name.substring(before + 1, name.length() - UNFINISHED.length());
        return !PROCESS.matcher(process).matches()
                || ProcessHandle.of(Long.parseLong(process)).isPresent();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
