package dev.nara.data.read.numpy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyReaderTest {
    @TempDir
    Path folder;

    private final NumpyReader reader = new NumpyReader();

    /** An array as NumPy writes it. */
    static byte[] npy(String descr, boolean columnsFirst, String shape, byte[] data) {
        String header = "{'descr': " + descr + ", 'fortran_order': " + (columnsFirst ? "True" : "False") + ", 'shape': "
                + shape + ", }";
        ByteBuffer all = ByteBuffer.allocate(10 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        all.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        all.putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(data);
        return all.array();
    }

    static byte[] ints(int... values) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            data.putInt(value);
        }
        return data.array();
    }

    static byte[] array(int... values) {
        return npy("'<i4'", false, "(" + values.length + ",)", ints(values));
    }

    static byte[] zipped(Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> array : new TreeMap<>(arrays).entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
        return out.toByteArray();
    }

    /** 3 users and 4 items: user 0 has items 1 and 3, user 2 items 0 and 3. */
    static Map<String, byte[]> csr() {
        return Map.of(
                "format", npy("'|S3'", false, "()", "csr".getBytes(StandardCharsets.US_ASCII)),
                "shape", array(3, 4),
                "indptr", array(0, 2, 2, 4),
                "indices", array(1, 3, 0, 3),
                "data", array(5, 4, 3, 2));
    }

    private Path put(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Dataset read(Path path) throws DataException {
        assertTrue(reader.recognises(DataFiles.at(path)));
        return reader.read(DataFiles.at(path), Recipe.USUAL, Progress.NONE);
    }

    private static String rows(Dataset dataset) {
        StringBuilder text = new StringBuilder();
        for (int u = 0; u < dataset.users().size(); u++) {
            for (int r = dataset.interactions().start(u);
                    r < dataset.interactions().end(u);
                    r++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s %s %.0f, ",
                        dataset.users().id(u),
                        dataset.items().id(dataset.interactions().item(r)),
                        dataset.interactions().number("value", r)));
            }
        }
        return text.toString();
    }

    @Test
    void sparseMatricesOfAllForms() throws Exception {
        String expected = "0 1 5, 0 3 4, 2 0 3, 2 3 2, ";
        assertEquals(expected, rows(read(put("csr.npz", zipped(csr())))));
        Map<String, byte[]> csc = Map.of(
                "format", npy("'<U3'", false, "()", "c\0\0\0s\0\0\0c\0\0\0".getBytes(StandardCharsets.US_ASCII)),
                "shape", array(3, 4),
                "indptr", array(0, 1, 2, 2, 4),
                "indices", array(2, 0, 0, 2),
                "data", array(3, 5, 4, 2));
        assertEquals("2 0 3, 2 3 2, 0 1 5, 0 3 4, ", rows(read(put("csc.npz", zipped(csc)))));
        Map<String, byte[]> coo = Map.of(
                "format", npy("'|S3'", false, "()", "coo".getBytes(StandardCharsets.US_ASCII)),
                "shape", array(3, 4),
                "row", array(0, 0, 2, 2, 1),
                "col", array(1, 3, 0, 3, 1),
                "data", array(5, 4, 3, 2, 0));
        assertEquals(expected, rows(read(put("coo.npz", zipped(coo)))), "a stored zero is nothing");
    }

    @Test
    void aWideMatrixHasARowAUser() throws Exception {
        int[] values = new int[18];
        values[1] = 5;
        values[9 + 2] = 4;
        Path file = put("m.npy", npy("'<i4'", false, "(2, 9)", ints(values)));
        assertEquals("0 1 5, 1 2 4, ", rows(read(file)));
    }

    @Test
    void narrowMatricesAreRowsOfColumnsToBeNamed() throws Exception {
        Path file = put("m.npy", npy("'<i4'", true, "(3, 2)", ints(1, 2, 3, 7, 8, 9)));
        assertFalse(reader.recognises(DataFiles.at(file)));
        Table table = reader.table(DataFiles.at(file), Written.UNKNOWN).orElseThrow();
        assertEquals(List.of("1", "2"), table.columns());
        assertEquals(List.of(List.of("1", "7"), List.of("2", "8"), List.of("3", "9")), table.head(5));
    }

    @Test
    void fieldsAndArraysOfOneLengthAreColumns() throws Exception {
        ByteBuffer data = ByteBuffer.allocate(2 * 18).order(ByteOrder.LITTLE_ENDIAN);
        data.put("u1".getBytes(StandardCharsets.US_ASCII)).putDouble(3.5).putLong(1_600_000_000_000L);
        data.put("u\0".getBytes(StandardCharsets.US_ASCII)).putDouble(4).putLong(Long.MIN_VALUE);
        String descr = "[('user', '|S2'), ('rating', '<f8'), ('at', '<M8[ms]')]";
        Table fields = reader.table(
                        DataFiles.at(put("f.npy", npy(descr, false, "(2,)", data.array()))), Written.UNKNOWN)
                .orElseThrow();
        assertEquals(List.of("user", "rating", "at"), fields.columns());
        assertEquals(List.of(List.of("u1", "3.5", "2020-09-13T12:26:40"), List.of("u", "4", "")), fields.head(5));
        Path several = put("s.npz", zipped(Map.of("user", array(1, 2), "item", array(7, 8))));
        Table arrays = reader.table(DataFiles.at(several), Written.UNKNOWN).orElseThrow();
        assertEquals(List.of("item", "user"), arrays.columns());
        assertEquals(List.of(List.of("7", "1"), List.of("8", "2")), arrays.head(5));
    }

    @Test
    void picklesAreNeverRead() throws Exception {
        Path file = put("o.npy", npy("'|O'", false, "(2,)", new byte[] {(byte) 0x80, 4}));
        DataException wrong = assertThrows(DataException.class, () -> read(file));
        assertTrue(wrong.getMessage().contains("pickled"), wrong.getMessage());
    }

    @Test
    void sizesThatLieTakeNoMemory() throws Exception {
        for (String shape : List.of("(2000000000, 16)", "(500000000, 9)", "(9, 50)", "(-1, 9)")) {
            Path file = put("m.npy", npy("'<i4'", false, shape, ints(1, 2)));
            assertThrows(DataException.class, () -> read(file), shape);
        }
        Map<String, byte[]> wide = new TreeMap<>(csr());
        wide.put("indices", array(1, 4, 0, 3));
        Path outside = put("w.npz", zipped(wide));
        assertThrows(DataException.class, () -> read(outside));
        wide.put("indices", array(1, 3, 0, 3));
        wide.put("indptr", array(0, 2, 1, 4));
        Path back = put("b.npz", zipped(wide));
        assertThrows(DataException.class, () -> read(back));
    }
}
