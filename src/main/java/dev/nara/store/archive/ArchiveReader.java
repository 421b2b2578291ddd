package dev.nara.store.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the parts of an archive, each checked against the checksum that the archive has of it, which the library does not. Refuses
 * to unpack more than the file can plausibly hold.
 */
final class ArchiveReader implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private static final int MOST_PARTS = 1000;
    /** Below that size growth does not matter, in bytes. */
    private static final long SMALL = 64L << 20;
    /** So many times its size a file may have when it is unpacked; as of data files. */
    private static final long GROWTH = 200;

    private final ZipFile zip;
    private final long most;
    private long unpacked;

    /** Opens a file. */
    ArchiveReader(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file");
        }
        zip = new ZipFile(file.toFile());
        most = Math.max(SMALL, GROWTH * Files.size(file));
    }

    /**
     * The names of its parts.
     *
     * @throws IOException if it has more than any run
     */
    List<String> names() throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw new IOException("too many parts");
        }
        return zip.stream().map(ZipEntry::getName).distinct().toList();
    }

    /** A part that is text, at most that many bytes long and no longer than memory has room for. */
    String text(String name, long longest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(name, bytes, Math.min(longest, Runtime.getRuntime().maxMemory() / 16));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Writes a part. */
    void copy(String name, OutputStream out) throws IOException {
        copy(name, out, Long.MAX_VALUE);
    }

    private void copy(String name, OutputStream out, long longest) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        CRC32 sum = new CRC32();
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                length += count;
                unpacked += count;
                if (length > longest || unpacked > most) {
                    throw new IOException(name + " is too long");
                }
                sum.update(chunk, 0, count);
                out.write(chunk, 0, count);
            }
        }
        if (sum.getValue() != entry.getCrc() || length != entry.getSize()) {
            throw new IOException(name + " is damaged");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
