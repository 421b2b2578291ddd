package dev.nara.data.read.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTableReaderTest {
    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Table table(String text) throws Exception {
        return new JsonTableReader()
                .table(DataFiles.at(put("a.json", text)), Written.UNKNOWN)
                .orElseThrow();
    }

    private void holds(String text, List<String> columns, List<List<String>> rows) throws Exception {
        Table table = table(text);
        assertEquals(columns, table.columns());
        assertEquals(rows, table.head(9));
    }

    @Test
    void objectsInLinesInAnArrayAndBelowAMember() throws Exception {
        List<String> columns = List.of("user", "item", "n");
        List<List<String>> rows = List.of(List.of("a", "7", "1.50"), List.of("b", "8", ""));
        String first = "{\"user\":\"a\",\"item\":7,\"n\":1.50}";
        String second = "{\"user\":\"b\",\n\"item\":8,\"n\":null}";
        holds(first + "\n" + second + "\n", columns, rows);
        holds("[" + first + "," + second + "]", columns, rows);
        holds("{\"count\": 2, \"rows\": [" + first + ",\n" + second + "], \"more\": true}", columns, rows);
        holds("[[\"a\",7],[\"b\",8]]", List.of("1", "2"), List.of(List.of("a", "7"), List.of("b", "8")));
    }

    @Test
    void membersOfMembersAreColumns() throws Exception {
        holds(
                "{\"user\":{\"id\":\"a\",\"of\":{\"x\":1}},\"item.id\":7,\"tags\":[\"p\",\"q\"],\"helpful\":[2,3]}\n",
                List.of("user.id", "user.of.x", "item.id", "tags", "helpful"),
                List.of(List.of("a", "1", "7", "p|q", "2|3")));
    }

    @Test
    void aUserWithAListOfItemsIsARowEach() throws Exception {
        holds("""
            {"user_id":"a","items":[{"item_id":"7","n":6},{"item_id":"8"}]}
            {"user_id":"b","items":[]}
            """, List.of("user_id", "item_id", "n"), List.of(List.of("a", "7", "6"), List.of("a", "8", "")));
        holds(
                "{\"user\":\"a\",\"history\":[7,8]}",
                List.of("user", "item"),
                List.of(List.of("a", "7"), List.of("a", "8")));
    }

    @Test
    void membersCanBeUsersThemselves() throws Exception {
        holds(
                "{\"a\": [\"7\", \"8\"], \"b\": [\"7\"]}",
                List.of("user", "items"),
                List.of(List.of("a", "7"), List.of("a", "8"), List.of("b", "7")));
        holds(
                "{\"a\": {\"7\": 2, \"8\": 3}, \"b\": {\"7\": 1}}",
                List.of("user", "item", "value"),
                List.of(List.of("a", "7", "2"), List.of("a", "8", "3"), List.of("b", "7", "1")));
    }

    @Test
    void whatPythonPrintsForJson() throws Exception {
        holds(
                "{'user_id': u'it\\'s', \"text\": \"\\xe9 'x'\", 'recommend': True, 'item_id': '7', 'n': None, 't':"
                        + " (1, 2,)}\n",
                List.of("user_id", "text", "recommend", "item_id", "n", "t"),
                List.of(List.of("it's", "é 'x'", "true", "7", "", "1|2")));
    }

    @Test
    void aBrokenRecordIsReportedWithItsLine() throws Exception {
        Table table = table("{\"user\":1,\"item\":2}\n".repeat(300) + "{\"user\":1,\"item\":}\n");
        DataException wrong = assertThrows(DataException.class, () -> table.forEach((done, total) -> {}, row -> {}));
        assertEquals(301, wrong.line());
    }

    @Test
    void deepOnesAreRefused() throws Exception {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThrows(DataException.class, () -> table("{\"a\":" + deep + "}"));
    }

    @Test
    void otherFilesAreNotItsOwn() throws Exception {
        JsonTableReader reader = new JsonTableReader();
        assertFalse(reader.table(DataFiles.at(put("a.csv", "user,item\n")), Written.UNKNOWN)
                .isPresent());
        assertFalse(reader.table(DataFiles.at(put("a.log", "[part}\nkey value\n")), Written.UNKNOWN)
                .isPresent());
        Path broken = put("b.json", "[part}\nkey value\n");
        assertThrows(DataException.class, () -> reader.table(DataFiles.at(broken), Written.UNKNOWN));
        assertTrue(reader.table(DataFiles.at(put("a.txt", "[{\"user\":1,\"item\":2}]")), Written.UNKNOWN)
                .isPresent());
    }
}
