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

/** Text files of the store, to which complete lines are appended. */
final class StoredLines {
    /** The longest accepted file in bytes; the program writes none that is longer. */
    private static final long LONGEST = 256L << 20;

    private StoredLines() {}

    /** Appends a line to a file, creating it if necessary; first cuts off an incomplete last line. */
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
     * The lines of a file, including an incomplete last one; invalid UTF-8 is replaced.
     *
     * @throws IOException if it cannot be read, is too long, or does not fit into memory
     */
    static List<String> read(Path file) throws IOException {
        return text(file).lines().toList();
    }

    /** Whether the last line of a file is incomplete, as left by a killed process. */
    static boolean endsInHalf(Path file) throws IOException {
        String text = text(file);
        return !text.isEmpty() && !text.endsWith("\n");
    }

    /** The file as one text. */
    static String text(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is too long");
        }
        return new String(InputFile.keptBytes(file), StandardCharsets.UTF_8);
    }
}
