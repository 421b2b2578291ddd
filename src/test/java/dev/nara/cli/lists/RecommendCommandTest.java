package dev.nara.cli.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.nara.cli.CommandLineTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecommendCommandTest extends CommandLineTest {
    /** Popularity on a table in which a has had w, x and y, and b had x and z. */
    @BeforeEach
    void train() throws IOException {
        Path table = Files.writeString(folder.resolve("plays.csv"), """
            user,item,time
            a,x,2022-03-01
            a,y,2022-03-02
            a,w,2022-03-03
            b,x,2022-03-04
            b,z,2022-03-05
            c,x,2022-03-06
            c,w,2022-03-07
            c,z,2022-03-08
            """);
        assertEquals(
                0,
                nara(
                        "train",
                        "--data",
                        table.toString(),
                        "--user",
                        "user",
                        "--item",
                        "item",
                        "--time",
                        "time",
                        "--algorithm",
                        "popularity",
                        "--split",
                        "ratio:0.9",
                        "--candidates",
                        "all:masked"),
                err);
    }

    private static List<String> items(JsonObject list) {
        return list.getAsJsonArray("items").asList().stream()
                .map(item -> item.getAsJsonObject().get("item").getAsString())
                .sorted()
                .toList();
    }

    private List<String> listed(String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"recommend", "--user", "b", "--json"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        assertEquals(0, nara(all), err);
        return items(json().get(0));
    }

    @Test
    void itemsThatAUserHasHadAreListedOrNot() {
        assertEquals(List.of("w", "x", "y", "z"), listed("--seen", "keep"));
        List<String> seen = listed("--seen", "only");
        List<String> others = listed("--seen", "leave-out");
        assertEquals(others, listed());
        assertTrue(seen.contains("x") && !others.contains("x"), seen + " " + others);
        assertEquals(4, seen.size() + others.size());
        assertEquals(2, nara("recommend", "--user", "b", "--seen", "maybe"));
        assertTrue(err.contains("--seen cannot be maybe"), err);
    }

    @Test
    void itemsToListAreReadFromFilesAndUnknownOnesAreReported() throws IOException {
        Path some = Files.writeString(folder.resolve("some.txt"), "w\n\n nosuch\ny \nother\n");
        Path none = Files.writeString(folder.resolve("none.txt"), "nosuch\n");
        assertEquals(List.of("w", "y"), listed("--include", some.toString()));
        assertEquals(some + ": 2 of 4 IDs are not in this data. The first: nosuch (line 3)\n", err);
        assertEquals(List.of("x", "z"), listed("--seen", "keep", "--exclude", some.toString()));
        assertEquals(List.of("w", "x", "y", "z"), listed("--seen", "keep", "--exclude", none.toString()));
        Path file = folder.resolve("lists.csv");
        assertEquals(0, nara("recommend", "--user", "b", "--include", some.toString(), "--out", file.toString()));
        assertEquals(3, Files.readAllLines(file).size());
        assertEquals(0, nara("recommend", "--user", "b", "--include", some.toString()));
        assertTrue(out.contains(" w ") && out.contains(" y ") && !out.contains(" x "), out);
        assertEquals(2, nara("recommend", "--user", "b", "--include", none.toString()));
        assertTrue(err.contains("No line names an item of this data"), err);
    }
}
