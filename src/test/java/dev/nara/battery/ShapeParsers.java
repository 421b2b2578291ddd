package dev.nara.battery;

import dev.nara.data.Recipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The readers of files that are no rows of cells. */
final class ShapeParsers {
    private final DataParsers of;

    ShapeParsers(DataParsers of) {
        this.of = of;
    }

    List<Parser> all() {
        Map<String, String> netflix = Map.of(
                "combined_data_1.txt", "1:\n7,5,2005-05-14\n8,3,2005-03-15\n2:\n7,4,2005-12-09\n",
                "movie_titles.csv", "1,2003,One, again\n2,NULL,Two\n");
        Map<String, String> mind = Map.of(
                "behaviors.tsv",
                DataParsers.rows("", "%3$d\tU%1$d\t11/13/2019 9:05:%3$02d AM\tN1 N2\tN%2$d-1 N4-0"),
                "news.tsv",
                "N1\tsports\tgolf\tThe Open\ta\tu\t[]\t[]\n");
        List<Parser> all = new ArrayList<>();
        netflix.keySet().forEach(file -> all.add(of.of("netflix", netflix, file, Recipe.USUAL)));
        mind.keySet().forEach(file -> all.add(of.of("mind", mind, file, Recipe.USUAL)));
        all.add(of.of("npy", "a.npy", array(6, 2), DataParsers.said("numpy", "1", "2")));
        all.add(of.of("npz", "a.npz", sparse(), Recipe.USUAL));
        all.addAll(json());
        String matrix = DataParsers.rows("user,\"a,b\",c,d,e,f\n", "u%3$d,%1$d,,5,%2$d,99");
        all.add(of.of("matrix", "a.csv", bytes(matrix), Recipe.USUAL));
        all.add(of.of("sequences", "a.txt", bytes("1 24 28\n2: 5,24,1\n3\t[9 8]\n"), Recipe.USUAL));
        String block = DataParsers.rows("", "user: u%d\nitem: i%d\nn: %d\n");
        all.add(of.of("blocks", "a.txt", bytes(block), DataParsers.said("blocks", "user", "item")));
        return all;
    }

    private List<Parser> json() {
        String lines =
                DataParsers.rows("", "{\"user\": \"u%d\", \"item\": {\"id\": %d}, \"tags\": [\"a\"], \"n\": %d}");
        String python = "{'user_id': u'a', 'items': [{'item_id': '7', 'n': None}, {'item_id': '8', 'n': (1,)}]}\n";
        String members = "{\"a\": {\"7\": 2, \"8\": 1}, \"b\": {\"7\": 2, \"9\": {\"n\": 1}}}";
        String wrapped = "{\"of\": 2, \"rows\": [{\"user\": 1, \"item\": 2}, {\"user\": 2, \"item\": 2}]}";
        return List.of(
                of.of("json-lines", "a.json", bytes(lines), DataParsers.said("json", "user", "item.id")),
                of.of("json-python", "a.json", bytes(python), DataParsers.said("json", "user_id", "item_id")),
                of.of("json-members", "a.json", bytes(members), DataParsers.said("json", "user", "item")),
                of.of("json-wrapped", "a.json", bytes(wrapped), DataParsers.said("json", "user", "item")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Of bytes that count up from 0. */
    private static byte[] array(int... shape) {
        StringBuilder axes = new StringBuilder();
        int count = 1;
        for (int axis : shape) {
            axes.append(axis).append(',');
            count *= axis;
        }
        byte[] header = bytes("{'descr': '|u1', 'fortran_order': False, 'shape': (" + axes + "), }");
        byte[] all = new byte[10 + header.length + count];
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length, 0};
        System.arraycopy(magic, 0, all, 0, magic.length);
        System.arraycopy(header, 0, all, magic.length, header.length);
        for (int n = 0; n < count; n++) {
            all[10 + header.length + n] = (byte) n;
        }
        return all;
    }

    /** Four values on the diagonal: rows, columns, values and the shape itself all count up from 0. */
    private static byte[] sparse() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : List.of("row", "col", "data", "shape")) {
                byte[] array = array(name.equals("shape") ? 2 : 4);
                if (name.equals("shape")) {
                    array[array.length - 1] = 9;
                    array[array.length - 2] = 9;
                }
                zip.putNextEntry(new ZipEntry(name + ".npy"));
                zip.write(array);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
