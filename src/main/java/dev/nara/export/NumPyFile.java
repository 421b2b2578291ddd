package dev.nara.export;

import dev.nara.algorithm.Weights;
import dev.nara.data.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Weights as a NumPy archive, {@code numpy.load(file)[name]}: one array of float32 a name (NumPy format 1.0). */
public final class NumPyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int CHUNK = 1 << 14;

    private NumPyFile() {}

    /** Writes an {@code .npz} file, whole or not at all. */
    public static void write(Path file, Weights weights) throws IOException {
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (String name : weights.names()) {
                float[] array = weights.get(name);
                if (array != null) {
                    zip.putNextEntry(new ZipEntry(name + ".npy"));
                    array(zip, array, weights.shape(name));
                    zip.closeEntry();
                }
            }
            zip.finish();
        });
    }

    private static void array(OutputStream out, float[] array, int[] shape) throws IOException {
        String extents = Arrays.stream(shape).mapToObj(e -> e + ",").collect(Collectors.joining(" "));
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + extents + "), }";
        int fixed = MAGIC.length + Short.BYTES;
        int padding = ALIGNMENT - (fixed + header.length() + 1) % ALIGNMENT;
        byte[] text = (header + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer length =
                ByteBuffer.allocate(Short.BYTES).order(ByteOrder.LITTLE_ENDIAN).putShort((short) text.length);
        out.write(MAGIC);
        out.write(length.array());
        out.write(text);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < array.length; from += CHUNK) {
            int count = Math.min(CHUNK, array.length - from);
            bytes.clear().asFloatBuffer().put(array, from, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }
}
