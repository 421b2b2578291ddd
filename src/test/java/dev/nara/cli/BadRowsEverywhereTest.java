package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each format of text with two bad rows among 240: they are counted, named and, where that is asked, left out. */
class BadRowsEverywhereTest extends CommandLineTest {
    /** A format: the name of its file, its good rows, and two bad ones that go into the lines 31 and 122. */
    private record Kind(String name, String header, String row, String bad, String other) {
        String text() {
            List<String> lines = IntStream.range(0, 240)
                    .mapToObj(n -> String.format(
                            Locale.ROOT, row, 1 + n / 8, 101 + (n * 7 + n / 8) % 25, 1 + n % 5, 1_600_000_000 + n))
                    .collect(Collectors.toList());
            lines.add(30 - (header.isEmpty() ? 0 : 1), bad);
            lines.add(121 - (header.isEmpty() ? 0 : 1), other);
            return (header.isEmpty() ? "" : header + "\n") + String.join("\n", lines) + "\n";
        }
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        String movies = "userId,movieId,rating,timestamp";
        kinds.put("MovieLens csv", new Kind("ratings.csv", movies, "%d,%d,%d,%d", "1,2", "1,2,four,5"));
        kinds.put("MovieLens dat", new Kind("ratings.dat", "", "%d::%d::%d::%d", "1::2", "1::x::4::5"));
        kinds.put("MovieLens 100K", new Kind("u.data", "", "%d\t%d\t%d\t%d", "1\t2", "x\t2\t3\t4"));
        kinds.put("NCF", new Kind("t.train.rating", "", "%d\t%d\t%d\t%d", "\t2\t3\t4", "1\t2\tx\t4"));
        String types = "user_id:token\titem_id:token\trating:float\ttimestamp:float";
        kinds.put("RecBole", new Kind("t.inter", types, "%d\t%d\t%d\t%d", "1", "1\t2\tx\t4"));
        kinds.put(
                "JSON lines",
                new Kind(
                        "log.jsonl",
                        "",
                        "{\"user_id\": %d, \"item_id\": %d, \"rating\": %d}",
                        "{\"user_id\": 1, \"it",
                        "}"));
        kinds.put("table", new Kind("log.csv", "user_id,item_id,rating,timestamp", "%d,%d,%d,%d", "1,2", "1,,3,4"));
        kinds.put(
                "stray quote",
                new Kind("log.csv", "user_id,item_id,title,rating", "%d,%d,\"a, b\",%d", "1,2,\"a, b,4", "1,,c,4"));
        return kinds;
    }

    @TestFactory
    Stream<DynamicTest> ofEachKind() {
        return kinds().entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    Kind kind = entry.getValue();
                    Path data = Files.createDirectories(
                                    folder.resolve(entry.getKey().replace(' ', '-')))
                            .resolve(kind.name());
                    Files.writeString(data, kind.text());
                    assertEquals(2, nara("data", "--data", data.toString()));
                    assertTrue(err.contains(":31: "), err);
                    assertTrue(err.contains("1 more of 242 rows cannot be read either."), err);
                    assertTrue(err.contains("--bad-rows skip"), err);
                    assertEquals(0, nara("data", "--data", data.toString(), "--bad-rows", "skip", "--json"), err);
                    assertEquals(240, json().get(0).get("interactions").getAsInt());
                    assertTrue(err.contains("Left out 2 rows."), err);
                }));
    }

    @Test
    void linesOfItems() throws IOException {
        String lines =
                IntStream.range(0, 40).mapToObj(n -> n + " 1 2 " + (3 + n)).collect(Collectors.joining("\n"));
        Path data = Files.writeString(folder.resolve("train.txt"), lines + "\n40 1 x\n");
        assertEquals(2, nara("data", "--data", data.toString()));
        assertTrue(err.contains(":41: ") && err.contains("--bad-rows skip"), err);
        assertEquals(0, nara("data", "--data", data.toString(), "--bad-rows", "skip", "--json"), err);
        assertEquals(40, json().get(0).get("users").getAsInt());
    }

    @Test
    void blocks() throws IOException {
        String lines = IntStream.range(0, 40).mapToObj(n -> n + ",3,2005-05-14").collect(Collectors.joining("\n"));
        Path data = Files.writeString(folder.resolve("combined_data_1.txt"), "1:\n" + lines + "\n7,x\n");
        assertEquals(2, nara("data", "--data", data.toString()));
        assertTrue(err.contains(":42: ") && err.contains("--bad-rows skip"), err);
        assertEquals(0, nara("data", "--data", data.toString(), "--bad-rows", "skip", "--json"), err);
        assertEquals(40, json().get(0).get("interactions").getAsInt());
    }

    @Test
    void aHeaderAloneIsSaid() throws IOException {
        Path data = Files.writeString(folder.resolve("header.csv"), "user,item,rating\n");
        assertEquals(2, nara("data", "--data", data.toString()));
        assertEquals(
                data + ": The file has a header, but no rows below it. Export it again with its rows.", err.strip());
    }
}
