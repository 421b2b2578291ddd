package dev.nara.store.archive;

import dev.nara.data.FreeSpace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the parts of an archive, each checked against its checksum in the archive, which the library does not do. Refuses to unpack
 * implausibly large parts.
 */
final class ArchiveReader implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private static final int MOST_PARTS = 1000;
    /** The size in bytes up to which the compression ratio is not checked. */
    private static final long SMALL = 64L << 20;
    /** The highest accepted ratio of unpacked to packed size, as for data files. */
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
     * @throws IOException if there are more than any run has
     */
    List<String> names() throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw new IOException("too many parts");
        }
        return zip.stream().map(ZipEntry::getName).distinct().toList();
    }

    /** The size in bytes of these parts, once unpacked, as the archive claims; {@link Long#MAX_VALUE} if it claims more. */
    long size(Predicate<String> parts) {
        return FreeSpace.sum(
                zip.stream().filter(part -> parts.test(part.getName())).mapToLong(ZipEntry::getSize));
    }

    /** A text part, of at most {@code longest} bytes and no more than fits into memory. */
    String text(String name, long longest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(name, bytes, Math.min(longest, Runtime.getRuntime().maxMemory() / 16));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Copies a part to a stream. */
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
