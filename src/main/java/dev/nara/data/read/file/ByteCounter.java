package dev.nara.data.read.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes read from a file on disk and the bytes unpacked from it: streams from {@link #bounded} throw {@link TooLarge} before
 * they fill the memory.
 */
final class ByteCounter {
    /** The highest accepted ratio of unpacked to packed size. */
    static final long GROWTH = 200;

    /** The size in bytes up to which the ratio is not checked. */
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

    /** Sets the number of bytes to read. */
    void expect(long bytes) {
        total = bytes;
    }

    /** Sets the number of packed bytes, read or not. */
    void packed(long bytes) {
        packed = bytes;
    }

    /** A stream whose bytes count as read, and also as packed if {@code ofPacked}. */
    InputStream counted(InputStream in, boolean ofPacked) {
        return new Counted(in, ofPacked);
    }

    /** A stream of unpacked bytes that throws {@link TooLarge} if they are implausibly many for the packed ones. */
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

    /** Thrown if unpacked bytes are implausibly many for the packed ones. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
