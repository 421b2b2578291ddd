package dev.nara.data.read.file;

import dev.nara.data.SystemCause;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tukaani.xz.XZInputStream;

/** Unpacks gzip, zstd, bzip2 or xz, whatever the file's name; throws if the result is implausibly large. */
final class Unpacking {
    /** The memory that xz may use: its strongest preset takes 65 MiB. */
    private static final int XZ_KIBIBYTES = 256 << 10;

    private Unpacking() {}

    /** The unpacked bytes; the bytes themselves if they are not packed. */
    static InputStream of(BufferedInputStream raw, ByteCounter counter) throws IOException {
        try {
            Optional<FileKind> kind = kind(raw).filter(FileKind::packed);
            return kind.isEmpty() ? raw : counter.bounded(new Checked(unpacked(kind.get(), raw)));
        } catch (IOException e) {
            raw.close();
            throw e;
        } catch (RuntimeException e) {
            raw.close();
            throw damaged(e);
        }
    }

    /** The kind of the next bytes, without consuming them. */
    static Optional<FileKind> kind(BufferedInputStream raw) throws IOException {
        raw.mark(FileKind.BYTES);
        byte[] first = raw.readNBytes(FileKind.BYTES);
        raw.reset();
        return FileKind.of(first);
    }

    private static InputStream unpacked(FileKind kind, BufferedInputStream raw) throws IOException {
        return switch (kind) {
            case GZIP -> new GZIPInputStream(raw, 1 << 16);
            case ZSTD -> new ZstdInputStream(raw);
            case BZIP2 -> new BzipStreams(raw);
            default -> new XZInputStream(raw, XZ_KIBIBYTES);
        };
    }

    private static ZipException damaged(Exception e) {
        ZipException damaged = new ZipException(String.valueOf(e.getMessage()));
        damaged.initCause(e);
        return damaged;
    }

    /** Libraries throw exceptions of many kinds at damaged bytes. */
    private static final class Checked extends FilterInputStream {
        Checked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                throw SystemCause.of(e).isPresent() ? e : damaged(e);
            } catch (RuntimeException e) {
                throw damaged(e);
            }
        }
    }
}
