package dev.nara.store.folder;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nara.algorithm.Weights;
import dev.nara.data.AtomicFile;
import dev.nara.data.InputFile;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Reads and writes weights as safetensors files, which other languages read, too: the length of a JSON header as a little-endian 64-bit
 * number, the header with type, shape and offsets of every array and the notes, then the float32 data. The checksum among the notes covers
 * the whole file, with zeros in its own place; a file with any changed bit is rejected.
 */
public final class Safetensors {
    private static final String NOTES = "__metadata__";
    private static final String CHECKSUM = "checksum";
    private static final String ZEROS = "00000000";
    private static final Pattern STORED = Pattern.compile("\"" + CHECKSUM + "\":\"([0-9a-f]{8})\"");
    /** The checksum in files of earlier versions, which covers only the data. */
    private static final String DATA_CHECKSUM = "crc32";

    private static final int CHUNK = 1 << 16;
    private static final long LONGEST_HEADER = 1 << 20;

    private Safetensors() {}

    /** Writes the file atomically. */
    public static void write(Path file, Weights weights) throws IOException {
        AtomicFile.write(file, out -> write(out, weights));
    }

    /** Writes the file's content to a stream. */
    public static void write(OutputStream raw, Weights weights) throws IOException {
        JsonObject header = new JsonObject();
        Map<String, String> notes = new TreeMap<>(weights.notes());
        notes.remove(DATA_CHECKSUM);
        notes.put(CHECKSUM, ZEROS);
        header.add(NOTES, new Gson().toJsonTree(notes));
        long offset = 0;
        for (String name : weights.names()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", "F32");
            JsonArray shape = new JsonArray();
            for (int extent : weights.shape(name)) {
                shape.add(extent);
            }
            entry.add("shape", shape);
            JsonArray place = new JsonArray();
            place.add(offset);
            offset += size(weights.shape(name)) * Float.BYTES;
            place.add(offset);
            entry.add("data_offsets", place);
            header.add(name, entry);
        }
        String json = new Gson().toJson(header);
        CRC32 sum = new CRC32();
        CheckedOutputStream summed = new CheckedOutputStream(OutputStream.nullOutputStream(), sum);
        writeHeader(summed, json);
        writeData(summed, weights);
        BufferedOutputStream out = new BufferedOutputStream(raw, CHUNK);
        writeHeader(out, sealed(json, String.format(Locale.ROOT, "%08x", sum.getValue())));
        writeData(out, weights);
        out.flush();
    }

    private static void writeHeader(OutputStream out, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length)
                .array());
        out.write(bytes);
    }

    /** The header with its checksum replaced. */
    private static String sealed(String json, String sum) {
        return STORED.matcher(json).replaceFirst("\"" + CHECKSUM + "\":\"" + sum + "\"");
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
     * Reads a file, of this version or an earlier one.
     *
     * @throws IOException if it cannot be read, is not such a file, or was changed
     */
    public static Weights read(Path file) throws IOException {
        return read(file, true);
    }

    /**
     * Reads a file whose notes determine how a run continues; rejects files of earlier versions, whose checksum does not cover notes.
     *
     * @throws IOException as {@link #read(Path)}
     */
    static Weights readWhole(Path file) throws IOException {
        return read(file, false);
    }

    private static Weights read(Path file, boolean earlier) throws IOException {
        try (DataInputStream in = new DataInputStream(InputFile.kept(file))) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 2 || length > LONGEST_HEADER) {
                throw new IOException(file + " is not a safetensors file");
            }
            String json = new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
            JsonObject header = new Gson().fromJson(json, JsonObject.class);
            Map<String, int[]> shapes = shapes(header);
            checkLength(file, length, shapes);
            CRC32 all = new CRC32();
            writeHeader(new CheckedOutputStream(OutputStream.nullOutputStream(), all), sealed(json, ZEROS));
            Weights weights = new Weights();
            long ofData = 0;
            for (Map.Entry<String, int[]> array : shapes.entrySet()) {
                CRC32 one = began(array.getKey());
                int size = Math.toIntExact(size(array.getValue()));
                weights.put(array.getKey(), readFloats(in, size, one, all), array.getValue());
                ofData += one.getValue();
            }
            Map<String, String> notes = notes(header);
            boolean old = earlier
                    && !notes.containsKey(CHECKSUM)
                    && Long.toHexString(ofData).equals(notes.get(DATA_CHECKSUM));
            if (!old && !isSum(json, all.getValue())) {
                throw new IOException(file + " is damaged");
            }
            notes.keySet().removeAll(Set.of(CHECKSUM, DATA_CHECKSUM));
            notes.forEach(weights::note);
            return weights;
        } catch (RuntimeException | StackOverflowError e) {
            // The parser throws various exceptions on damaged headers.
            throw new IOException(file + " is not a safetensors file", e);
        }
    }

    /** Checks the size of the file before memory is allocated for the arrays. */
    private static void checkLength(Path file, long header, Map<String, int[]> shapes) throws IOException {
        long bytes = Math.multiplyExact(Float.BYTES, size(shapes));
        if (Files.size(file) != Long.BYTES + header + bytes) {
            throw new IOException(file + " is not as long as it says");
        }
        if (bytes > Runtime.getRuntime().maxMemory()) {
            throw new IOException(file + " is larger than memory");
        }
    }

    private static boolean isSum(String json, long sum) {
        Matcher stored = STORED.matcher(json);
        return stored.find() && Long.parseLong(stored.group(1), 16) == sum;
    }

    private static Map<String, String> notes(JsonObject header) {
        Map<String, String> notes = new TreeMap<>();
        if (header.has(NOTES)) {
            header.getAsJsonObject(NOTES).asMap().forEach((name, note) -> notes.put(name, note.getAsString()));
        }
        return notes;
    }

    /** The shape of every array, in the order of the data. */
    private static Map<String, int[]> shapes(JsonObject header) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        long end = 0;
        for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
            if (!entry.getKey().equals(NOTES)) {
                JsonObject array = entry.getValue().getAsJsonObject();
                int[] shape = shape(array);
                long from = array.getAsJsonArray("data_offsets").get(0).getAsLong();
                if (!array.get("dtype").getAsString().equals("F32") || from != end) {
                    throw new IllegalStateException(entry.getKey());
                }
                end += Float.BYTES * size(shape);
                shapes.put(entry.getKey(), shape);
            }
        }
        return shapes;
    }

    private static long size(Map<String, int[]> shapes) {
        return shapes.values().stream().mapToLong(Safetensors::size).sum();
    }

    private static long size(int[] shape) {
        long size = 1;
        for (int extent : shape) {
            if (extent < 0) {
                throw new IllegalStateException("extent " + extent);
            }
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }

    private static int[] shape(JsonObject entry) {
        JsonArray extents = entry.getAsJsonArray("shape");
        int[] shape = new int[extents.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = extents.get(i).getAsInt();
        }
        return shape;
    }

    private static float[] readFloats(DataInputStream in, int size, CRC32 sum, CRC32 all) throws IOException {
        float[] array = new float[size];
        byte[] bytes = new byte[CHUNK];
        for (int from = 0; from < size; from += CHUNK / Float.BYTES) {
            int count = Math.min(CHUNK / Float.BYTES, size - from);
            in.readFully(bytes, 0, count * Float.BYTES);
            sum.update(bytes, 0, count * Float.BYTES);
            all.update(bytes, 0, count * Float.BYTES);
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(array, from, count);
        }
        return array;
    }
}
