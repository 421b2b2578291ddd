package dev.nara.data;

import java.io.IOException;
import java.io.OutputStream;

/** Ignores {@code close}, so that the file can still be forced to disk after its content was written. */
final class StaysOpen extends OutputStream {
    private final OutputStream out;

    StaysOpen(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
