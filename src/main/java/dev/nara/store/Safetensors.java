package dev.nara.store;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.nara.algorithm.Weights;
import dev.nara.data.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Weights as a safetensors file, which other languages read too: the length of a JSON header as a little-endian 64-bit
 * number, the header with type, shape and place of every array and the notes, then the float32 data. A checksum of the data
 * among the notes tells a damaged file; files without one are read all the same.
 */
public final class Safetensors {
    private static final String NOTES = "__metadata__";
    private static final String CHECKSUM = "crc32";
    private static final int CHUNK = 1 << 16;
    private static final long LONGEST_HEADER = 1 << 20;

    private Safetensors() {}

    /** Writes the file whole or not at all. */
    public static void write(Path file, Weights weights) throws IOException {
        AtomicFile.write(file, out -> write(out, weights));
    }

    private static void write(OutputStream raw, Weights weights) throws IOException {
        JsonObject header = new JsonObject();
        Map<String, String> notes = new TreeMap<>(weights.notes());
        notes.put(CHECKSUM, checksum(weights));
        header.add(NOTES, new Gson().toJsonTree(notes));
        long offset = 0;
        for (String name : weights.names()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", "F32");
            JsonArray shape = new JsonArray();
            long size = 1;
            for (int extent : weights.shape(name)) {
                shape.add(extent);
                size *= extent;
            }
            entry.add("shape", shape);
            JsonArray place = new JsonArray();
            place.add(offset);
            offset += size * Float.BYTES;
            place.add(offset);
            entry.add("data_offsets", place);
            header.add(name, entry);
        }
        byte[] json = new Gson().toJson(header).getBytes(StandardCharsets.UTF_8);
        BufferedOutputStream out = new BufferedOutputStream(raw, CHUNK);
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .array());
        out.write(json);
        writeData(out, weights);
        out.flush();
    }

    /** Of all arrays with their names, in whatever order. */
    private static String checksum(Weights weights) throws IOException {
        long sum = 0;
        for (String name : weights.names()) {
            CRC32 one = began(name);
            float[] array = weights.get(name);
            if (array != null) {
                writeFloats(new CheckedOutputStream(OutputStream.nullOutputStream(), one), array);
            }
            sum += one.getValue();
        }
        return Long.toHexString(sum);
    }

    private static CRC32 began(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return sum;
    }

    private static void writeData(OutputStream out, Weights weights) throws IOException {
        for (String name : weights.names()) {
            float[] array = weights.get(name);
            if (array != null) {
                writeFloats(out, array);
            }
        }
    }

    private static void writeFloats(OutputStream out, float[] array) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < array.length; from += CHUNK / Float.BYTES) {
            int count = Math.min(CHUNK / Float.BYTES, array.length - from);
            bytes.clear().asFloatBuffer().put(array, from, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is not such a file
     */
    public static Weights read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 2 || length > LONGEST_HEADER) {
                throw new IOException(file + " is not a safetensors file");
            }
            byte[] json = in.readNBytes((int) length);
            JsonObject header = new Gson().fromJson(new String(json, StandardCharsets.UTF_8), JsonObject.class);
            Weights weights = new Weights();
            String wanted = "";
            long sum = 0;
            for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
                if (entry.getKey().equals(NOTES)) {
                    Map<String, JsonElement> notes =
                            entry.getValue().getAsJsonObject().asMap();
                    wanted = notes.containsKey(CHECKSUM) ? notes.get(CHECKSUM).getAsString() : "";
                    notes.forEach((name, note) -> {
                        if (!name.equals(CHECKSUM)) {
                            weights.note(name, note.getAsString());
                        }
                    });
                    continue;
                }
                int[] shape = shape(entry.getValue().getAsJsonObject());
                int size = 1;
                for (int extent : shape) {
                    size = Math.multiplyExact(size, extent);
                }
                CRC32 one = began(entry.getKey());
                weights.put(entry.getKey(), readFloats(in, size, one), shape);
                sum += one.getValue();
            }
            if (!wanted.isEmpty() && !wanted.equals(Long.toHexString(sum))) {
                throw new IOException(file + " is damaged");
            }
            return weights;
        } catch (JsonParseException | IllegalStateException | ArithmeticException e) {
            throw new IOException(file + " is not a safetensors file", e);
        }
    }

    private static int[] shape(JsonObject entry) {
        JsonArray extents = entry.getAsJsonArray("shape");
        int[] shape = new int[extents.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = extents.get(i).getAsInt();
        }
        return shape;
    }

    private static float[] readFloats(DataInputStream in, int size, CRC32 sum) throws IOException {
        float[] array = new float[size];
        byte[] bytes = new byte[CHUNK];
        for (int from = 0; from < size; from += CHUNK / Float.BYTES) {
            int count = Math.min(CHUNK / Float.BYTES, size - from);
            in.readFully(bytes, 0, count * Float.BYTES);
            sum.update(bytes, 0, count * Float.BYTES);
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(array, from, count);
        }
        return array;
    }
}
