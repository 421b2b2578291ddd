package dev.nara.data.read.numpy;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** An array read completely. Throws for more than 2 GB, and for a file that ends before its array. */
final class NumpyArray {
    private static final long MOST = Integer.MAX_VALUE - 16L;

    private final NumpyHeader header;
    private final ByteBuffer data;

    private NumpyArray(NumpyHeader header, ByteBuffer data) {
        this.header = header;
        this.data = data;
    }

    /** Reads an array; uses no more memory than the file has bytes, whatever the header claims. */
    static NumpyArray read(DataFile file) throws DataException {
        try (InputStream in = file.bytes()) {
            NumpyHeader header = NumpyHeader.read(in, file);
            long count = header.count();
            int width = Math.max(1, header.elementBytes());
            if (count > MOST / width) {
                throw new DataException(file.shown(), Text.of("data.numpy.large"), Text.of("data.numpy.large.remedy"));
            }
            int bytes = (int) (count * header.elementBytes());
            byte[] read = in.readNBytes(bytes);
            if (read.length < bytes) {
                throw NumpyHeader.broken(file);
            }
            return new NumpyArray(header, ByteBuffer.wrap(read));
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** The number of elements. */
    int count() {
        return (int) header.count();
    }

    List<Integer> shape() {
        return header.shape();
    }

    /** The text of a field of an element. */
    String text(int element, int field) {
        NumpyHeader.Field of = header.fields().get(field);
        return of.type().text(data, element * header.elementBytes() + of.offset());
    }

    /** The number of an element. */
    double number(int element) {
        return header.fields().get(0).type().number(data, element * header.elementBytes());
    }

    /** The whole number of an element. */
    long whole(int element) {
        return header.fields().get(0).type().whole(data, element * header.elementBytes());
    }

    /** The index of an element of a matrix. */
    int place(int row, int column) {
        return header.columnsFirst()
                ? column * header.shape().get(0) + row
                : row * header.shape().get(1) + column;
    }
}
