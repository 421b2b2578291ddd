package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files as R, pandas, Hive, Firebase and other programs export them: a log of 3 users, 5 items and 12 rows opens. */
class ExportedFilesTest extends CommandLineTest {
    private static String rows(int from, int to, String between, IntFunction<String> row) {
        return IntStream.range(from, to).mapToObj(row).collect(Collectors.joining(between));
    }

    private static String object(int n) {
        return "{\"user_id\":\"u" + n / 4 + "\",\"item_id\":\"i" + 3 * n % 5 + "\",\"rating\":" + (1 + n % 5) + "}";
    }

    private static String cells(int n) {
        return "u" + n / 4 + ",i" + 3 * n % 5 + "," + (1 + n % 5);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        String objects = rows(0, 12, ",", ExportedFilesTest::object);
        files.put("pandas index.json", "{" + rows(0, 12, ",", n -> "\"" + n + "\":" + object(n)) + "}");
        files.put("firebase.json", "{" + rows(0, 12, ",", n -> "\"-Mx" + n + "\":" + object(n)) + "}");
        files.put("pandas table.json", "{\"schema\":{\"fields\":[{\"name\":\"user_id\"}]},\"data\":[" + objects + "]}");
        files.put("nested.json", "{\"data\":{\"count\":12,\"ratings\":[" + objects + "]}}");
        files.put(
                "two arrays.json",
                "[" + rows(0, 6, ",", ExportedFilesTest::object) + "]\n[" + rows(6, 12, ",", ExportedFilesTest::object)
                        + "]\n");
        files.put(
                "R write.table.txt",
                "\"user_id\" \"item_id\" \"rating\"\n"
                        + rows(0, 12, "\n", n -> "\"" + (n + 1) + "\" " + cells(n).replace(',', ' ')));
        files.put("000000_0", rows(0, 12, "\n", n -> cells(n).replace(',', '\u0001')));
        files.put(
                "signs that are not seen.csv",
                "\u200Buser_id,item_id\u00A0,rating\n" + rows(0, 12, "\n", ExportedFilesTest::cells));
        files.put(
                "oracle.csv",
                "\"USER_ID\",\"ITEM_ID\",\"RATING\",\"CREATED\"\n"
                        + rows(0, 12, "\n", n -> cells(n) + ",\"" + (n + 1) + "-SEP-20\""));
        return files;
    }

    @TestFactory
    Stream<DynamicTest> open() {
        return files().entrySet().stream()
                .map(file -> dynamicTest(
                        file.getKey(), () -> opens(Files.writeString(folder.resolve(file.getKey()), file.getValue()))));
    }

    @Test
    void aYearOfTwoDigitsLiesFrom1970To2069() throws IOException {
        Path file = Files.writeString(
                folder.resolve("log.csv"), "user_id,item_id,day\na,x,31-DEC-99\nb,y,01-Jan-69\nc,z,2 Feb 70\n");
        assertEquals(0, nara("data", "--data", file.toString(), "--json"), err);
        assertEquals("1970-02-02 … 2069-01-01", json().get(0).get("period").getAsString());
    }

    @Test
    void aFirstRowWithHolesIsNoHeader() throws IOException {
        Path file = Files.writeString(
                folder.resolve("log.csv"), "anna,,\n" + rows(0, 12, "\n", ExportedFilesTest::cells) + "\n");
        assertEquals(2, nara("data", "--data", file.toString(), "--user", "1", "--item", "2"));
        assertTrue(err.contains("log.csv:1: 2 is empty."), err);
    }

    @Test
    void columnsOfListsAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("log.json"), "{\"user_id\":[1,2],\"item_id\":[3,4]}");
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("The file stores columns one after another, not rows."), err);
    }

    @Test
    void tablesOfALakeAreNotReadAsTheirFiles() throws IOException {
        for (String log : new String[] {"_delta_log", ".hoodie"}) {
            Path set = folder.resolve("set" + log);
            Files.createDirectories(set.resolve(log));
            Files.writeString(set.resolve("part-0.csv"), "user_id,item_id\na,x\n");
            assertEquals(2, nara("data", "--data", set.toString()));
            assertTrue(err.contains("whose own log says which of its files count"), err);
            assertEquals(1, err.strip().lines().count());
        }
    }
}
