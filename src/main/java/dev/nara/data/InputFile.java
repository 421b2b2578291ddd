package dev.nara.data;

import dev.nara.text.Text;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads whole files, such as settings, recipes and search spaces. Rejects pipes and devices, which could block or never end; a stream
 * opened by the shell is read, once.
 */
public final class InputFile {
    private static final int MOST_BYTES = 64 << 20;

    private InputFile() {}

    /**
     * The text of a small UTF-8 file.
     *
     * @throws DataException if it is a pipe, a device, too large or not UTF-8
     * @throws IOException if it is missing or cannot be read
     */
    public static String text(Path file) throws DataException, IOException {
        OwnPlaces.checkNoLink(file);
        if (!Destination.isOpenStream(file)) {
            checkRegular(file);
        }
        byte[] bytes;
        try (InputStream in = new FileInputStream(file.toFile())) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new DataException(file, Text.of("file.large", MOST_BYTES >> 20), Text.of("file.large.remedy"));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DataException(file, Text.of("check.encoding"), Text.of("file.encoding.remedy"));
        }
    }

    /**
     * Opens one of the program's own files.
     *
     * @throws IOException if it cannot be opened, is a symbolic link in a workspace, or is a pipe or a device, which could block
     */
    public static InputStream kept(Path file) throws IOException {
        OwnPlaces.checkNoLink(file);
        if (Destination.isStream(file)) {
            throw new IOException(file + " is no file");
        }
        return Files.newInputStream(file);
    }

    /**
     * Copies one of the program's own files.
     *
     * @throws IOException as {@link #kept}
     */
    public static void copyKept(Path file, OutputStream out) throws IOException {
        try (InputStream in = kept(file)) {
            in.transferTo(out);
        }
    }

    /**
     * The bytes of one of the program's own files, which must fit into memory.
     *
     * @throws IOException as {@link #kept}, or if it is too large
     */
    public static byte[] keptBytes(Path file) throws IOException {
        try (InputStream in = kept(file)) {
            if (Files.size(file) > Runtime.getRuntime().maxMemory() / 8) {
                throw new IOException(file + " is too long");
            }
            return in.readAllBytes();
        }
    }

    /**
     * Throws if opening a path could block.
     *
     * @throws DataException if it is a folder, a pipe or a device
     */
    public static void checkRegular(Path file) throws DataException {
        if (Files.isDirectory(file)) {
            throw new DataException(file, SystemCause.FOLDER.problem(), SystemCause.FOLDER.remedy());
        }
        if (Destination.isStream(file)) {
            throw new DataException(file, Text.of("file.stream"), Text.of("file.stream.remedy"));
        }
    }
}
