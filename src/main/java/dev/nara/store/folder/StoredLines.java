package dev.nara.store.folder;

import dev.nara.data.InputFile;
import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Text files of the store, and how they grow by a line: whole, after whole ones. */
final class StoredLines {
    /** No file of the program's own is longer, in bytes. */
    private static final long LONGEST = 256L << 20;

    private StoredLines() {}

    /** Adds a line to a file, which is made where it is not there; half a line at its end is cut off. */
    static void append(Path file, String line) throws IOException {
        PrivateFiles.createFolderOf(file);
        PrivateFiles.create(file);
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = endOfLines(channel);
            channel.truncate(end).position(end);
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static long endOfLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0 && channel.read(one.clear(), end - 1) == 1 && one.get(0) != '\n') {
            end--;
        }
        return end;
    }

    /**
     * The lines of a file, half a line at its end among them; what is no UTF-8 in it is replaced.
     *
     * @throws IOException if it cannot be read, or is longer than any that the program writes or than memory has room for
     */
    static List<String> read(Path file) throws IOException {
        return text(file).lines().toList();
    }

    /** Whether the last line of a file is half, as a killed program leaves it. */
    static boolean endsInHalf(Path file) throws IOException {
        String text = text(file);
        return !text.isEmpty() && !text.endsWith("\n");
    }

    /** The same as one text. */
    static String text(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is too long");
        }
        return new String(InputFile.keptBytes(file), StandardCharsets.UTF_8);
    }
}
