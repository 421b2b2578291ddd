package dev.nara.interchange;

import com.google.gson.Gson;
import dev.nara.algorithm.Weights;
import dev.nara.data.IdIndex;
import dev.nara.data.OutputFile;
import dev.nara.data.OwnOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes weights as a NumPy archive for {@code numpy.load(file)[name]}: float32 arrays by name, ids as strings, and the notes of the
 * weights as one JSON string, {@code metadata} (NumPy format 1.0).
 */
public final class NumPyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int CHUNK = 1 << 14;

    private NumPyFile() {}

    /**
     * Writes an {@code .npz} file, completely or not at all.
     *
     * @param ids of the rows of arrays, by name: arrays of strings next to the weights
     */
    public static void write(Path file, Weights weights, Map<String, IdIndex> ids) throws IOException {
        OutputFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setComment(OwnOutput.NOTE);
            for (String name : weights.names()) {
                float[] array = weights.get(name);
                if (array != null) {
                    zip.putNextEntry(new ZipEntry(name + ".npy"));
                    array(zip, array, weights.shape(name));
                    zip.closeEntry();
                }
            }
            for (Map.Entry<String, IdIndex> entry : ids.entrySet()) {
                IdIndex index = entry.getValue();
                zip.putNextEntry(new ZipEntry(entry.getKey() + ".npy"));
                strings(
                        zip,
                        IntStream.range(0, index.size()).mapToObj(index::id).toList(),
                        index.size());
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("metadata.npy"));
            strings(zip, List.of(new Gson().toJson(new TreeMap<>(weights.notes()))));
            zip.closeEntry();
            zip.finish();
        });
    }

    /** UTF-32 strings, zero-padded to the longest; a single string if there is no shape. */
    private static void strings(OutputStream out, List<String> strings, int... shape) throws IOException {
        int longest = 1;
        for (String each : strings) {
            longest = Math.max(longest, each.codePointCount(0, each.length()));
        }
        header(out, "<U" + longest, shape);
        ByteBuffer one = ByteBuffer.allocate(longest * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (String each : strings) {
            Arrays.fill(one.array(), (byte) 0);
            one.clear();
            each.codePoints().forEach(one::putInt);
            out.write(one.array());
        }
    }

    private static void header(OutputStream out, String type, int... shape) throws IOException {
        String extents = Arrays.stream(shape).mapToObj(e -> e + ",").collect(Collectors.joining(" "));
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + extents + "), }";
        int fixed = MAGIC.length + Short.BYTES;
        int padding = ALIGNMENT - (fixed + header.length() + 1) % ALIGNMENT;
        byte[] text = (header + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer length =
                ByteBuffer.allocate(Short.BYTES).order(ByteOrder.LITTLE_ENDIAN).putShort((short) text.length);
        out.write(MAGIC);
        out.write(length.array());
        out.write(text);
    }

    private static void array(OutputStream out, float[] array, int[] shape) throws IOException {
        header(out, "<f4", shape);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < array.length; from += CHUNK) {
            int count = Math.min(CHUNK, array.length - from);
            bytes.clear().asFloatBuffer().put(array, from, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }
}
