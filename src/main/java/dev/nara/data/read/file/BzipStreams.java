package dev.nara.data.read.file;

import io.airlift.compress.bzip2.BZip2HadoopStreams;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** The unpacked bytes of a bzip2 file, which may consist of several consecutive streams, as written by parallel compressors. */
final class BzipStreams extends InputStream {
    /** The first bytes of a stream, and those of its first block; a digit is between them. */
    private static final byte[] STREAM = HexFormat.of().parseHex("425a68");

    private static final byte[] BLOCK = HexFormat.of().parseHex("314159265359");
    private static final int HEADER = STREAM.length + 1 + BLOCK.length;

    private final BufferedInputStream raw;
    private InputStream current;

    BzipStreams(BufferedInputStream raw) throws IOException {
        this.raw = raw;
        this.current = stream();
    }

    private InputStream stream() throws IOException {
        return new BZip2HadoopStreams().createInputStream(new One(raw));
    }

    private static boolean ahead(BufferedInputStream raw) throws IOException {
        raw.mark(HEADER);
        byte[] next = raw.readNBytes(HEADER);
        raw.reset();
        return next.length == HEADER
                && Arrays.equals(next, 0, STREAM.length, STREAM, 0, STREAM.length)
                && Arrays.equals(next, STREAM.length + 1, HEADER, BLOCK, 0, BLOCK.length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = current.read(buffer, offset, length);
        while (count < 0 && ahead(raw)) {
            current = stream();
            count = current.read(buffer, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    /** The bytes of one stream, up to the start of the next. */
    private static final class One extends FilterInputStream {
        private final BufferedInputStream bytes;
        private boolean begun;

        One(BufferedInputStream bytes) {
            super(bytes);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            bytes.mark(1);
            int next = bytes.read();
            if (next == STREAM[0] && begun) {
                bytes.reset();
                if (ahead(bytes)) {
                    return -1;
                }
                next = bytes.read();
            }
            begun = true;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int next = read();
                if (next < 0) {
                    break;
                }
                buffer[offset + count++] = (byte) next;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
