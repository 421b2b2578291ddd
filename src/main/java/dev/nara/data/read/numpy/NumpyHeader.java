package dev.nara.data.read.numpy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.json.PythonLiterals;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The header of an {@code .npy} file, as defined in NEP 1.
 *
 * @param fields of an element; one without a name if elements are single values
 * @param elementBytes the size of an element in bytes
 * @param columnsFirst whether the first index varies fastest, as in Fortran
 * @param shape the length of each axis
 */
record NumpyHeader(List<Field> fields, int elementBytes, boolean columnsFirst, List<Integer> shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 20;
    private static final int MOST_FIELDS = 1024;

    /**
     * A part of an element.
     *
     * @param name "" if elements are single values
     * @param offset in bytes from the start of the element
     */
    record Field(String name, NumpyType type, int offset) {}

    NumpyHeader {
        fields = List.copyOf(fields);
        shape = List.copyOf(shape);
    }

    /** Whether a file begins like an {@code .npy} file. */
    static boolean begins(DataFile file) throws DataException {
        try (InputStream in = file.bytes()) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** The header of a file. */
    static NumpyHeader of(DataFile file) throws DataException {
        try (InputStream in = file.bytes()) {
            return read(in, file);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Reads the header at the start of a file, and leaves the stream at the start of the array. */
    static NumpyHeader read(InputStream in, DataFile file) throws IOException, DataException {
        ByteBuffer begin = ByteBuffer.wrap(in.readNBytes(MAGIC.length + 2)).order(ByteOrder.LITTLE_ENDIAN);
        if (begin.remaining() < MAGIC.length + 2) {
            throw broken(file);
        }
        int width = begin.get(MAGIC.length) == 1 ? 2 : 4;
        ByteBuffer length = ByteBuffer.wrap(in.readNBytes(width)).order(ByteOrder.LITTLE_ENDIAN);
        if (length.remaining() < width) {
            throw broken(file);
        }
        int count = width == 2 ? Short.toUnsignedInt(length.getShort()) : length.getInt();
        if (count < 0 || count > LONGEST) {
            throw broken(file);
        }
        String written = new String(in.readNBytes(count), StandardCharsets.UTF_8);
        try {
            JsonObject header =
                    JsonParser.parseString(PythonLiterals.json(written)).getAsJsonObject();
            return of(header, file);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            throw broken(file);
        }
    }

    private static NumpyHeader of(JsonObject header, DataFile file) throws DataException {
        JsonElement written = header.get("descr");
        JsonElement axes = header.get("shape");
        JsonElement order = header.get("fortran_order");
        if (written == null || axes == null || order == null) {
            throw broken(file);
        }
        List<Field> fields = new ArrayList<>();
        int bytes = 0;
        if (written.isJsonArray()) {
            for (JsonElement element : written.getAsJsonArray()) {
                JsonArray field = element.getAsJsonArray();
                boolean single = field.size() == 2 && field.get(1).isJsonPrimitive();
                NumpyType type = type(single ? field.get(1).getAsString() : field.toString(), file);
                fields.add(new Field(field.get(0).getAsString(), type, bytes));
                bytes = Math.addExact(bytes, type.bytes());
            }
        } else {
            fields.add(new Field("", type(written.getAsString(), file), 0));
            bytes = fields.get(0).type().bytes();
        }
        List<Integer> shape = new ArrayList<>();
        for (JsonElement axis : axes.getAsJsonArray()) {
            shape.add(axis.getAsInt());
        }
        if (shape.stream().anyMatch(n -> n < 0) || fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw broken(file);
        }
        return new NumpyHeader(fields, bytes, order.getAsBoolean(), shape);
    }

    private static NumpyType type(String written, DataFile file) throws DataException {
        if (written.endsWith("O")) {
            throw new DataException(file.shown(), Text.of("data.numpy.objects"), Text.of("data.numpy.objects.remedy"));
        }
        return NumpyType.of(written)
                .orElseThrow(() -> new DataException(
                        file.shown(), Text.of("data.numpy.type", written), Text.of("data.numpy.type.remedy")));
    }

    /** The number of elements. */
    long count() {
        long count = 1;
        for (int axis : shape) {
            count = axis == 0 || count > Long.MAX_VALUE / axis ? (axis == 0 ? 0 : Long.MAX_VALUE) : count * axis;
        }
        return count;
    }

    static DataException broken(DataFile file) {
        return new DataException(file.shown(), Text.of("data.numpy.broken"), Text.of("data.numpy.broken.remedy"));
    }
}
