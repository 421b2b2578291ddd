package dev.nara.data.read.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A base class of readers that only implement reading into an array; does not support marks. */
abstract class BlockReader extends FilterReader {
    BlockReader(Reader in) {
        super(in);
    }

    @Override
    public abstract int read(char[] buffer, int offset, int length) throws IOException;

    @Override
    public final int read() throws IOException {
        char[] one = new char[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0];
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
