package dev.nara.data.read.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How many bytes of a file on disk were read so far, and how many bytes the packed ones have become: streams through
 * {@link #bounded} end with {@link TooLarge} before they fill the memory.
 */
final class ByteCounter {
    /** So many times its packed size a file may have when it is unpacked. */
    static final long GROWTH = 200;

    /** Below this size growth does not matter. */
    private static final long SMALL = 64L << 20;

    private long read;
    private long total = 1;
    private long packed;

    long read() {
        return Math.min(read, total);
    }

    long total() {
        return total;
    }

    /** Says how many bytes there are to read. */
    void expect(long bytes) {
        total = bytes;
    }

    /** Says how many bytes are packed ones, read or not. */
    void packed(long bytes) {
        packed = bytes;
    }

    /** A stream whose bytes count as read, and as packed ones where they are. */
    InputStream counted(InputStream in, boolean ofPacked) {
        return new Counted(in, ofPacked);
    }

    /** A stream of unpacked bytes that ends with {@link TooLarge} if they are too many for the packed ones. */
    InputStream bounded(InputStream in) {
        return new Bounded(in);
    }

    private final class Counted extends FilterInputStream {
        private final boolean ofPacked;

        Counted(InputStream in, boolean ofPacked) {
            super(in);
            this.ofPacked = ofPacked;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            read += Math.max(0, count);
            packed += ofPacked ? Math.max(0, count) : 0;
            return count;
        }
    }

    private final class Bounded extends FilterInputStream {
        private long unpacked;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            unpacked += Math.max(0, count);
            if (unpacked > SMALL && unpacked / GROWTH > packed) {
                throw new TooLarge();
            }
            return count;
        }
    }

    /** The unpacked bytes are too many for what they were packed in. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
