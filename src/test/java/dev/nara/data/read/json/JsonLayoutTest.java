package dev.nara.data.read.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.json.JsonLayout.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One object that is read whole, and the same where it is too long for that. */
class JsonLayoutTest {
    private static final int SHORT = 300;

    @TempDir
    private Path folder;

    private static String many(String form) {
        return IntStream.range(0, 200)
                .mapToObj(n -> form.replace("#", Integer.toString(n)))
                .collect(Collectors.joining(",\n"));
    }

    private DataFile put(String text) throws IOException {
        return DataFile.of(Files.writeString(folder.resolve("a.json"), text));
    }

    private void lies(String text, Place place, String... path) throws IOException, DataException {
        JsonLayout expected = new JsonLayout(false, place, List.of(path));
        assertEquals(expected, JsonLayout.of(put(text)));
        assertEquals(expected, JsonLayout.of(put(text), SHORT));
    }

    private void isRefused(String text) throws IOException {
        DataFile file = put(text);
        for (int longest : new int[] {JsonSource.LONGEST, SHORT}) {
            DataException problem = assertThrows(DataException.class, () -> JsonLayout.of(file, longest));
            assertEquals("data.json.columns", problem.problem().key());
        }
    }

    @Test
    void recordsAreNamed() throws IOException, DataException {
        lies("{" + many("\"-Mx#\":{\"user_id\":\"u#\",\"item_id\":\"i#\"}") + "}", Place.NAMED);
    }

    @Test
    void recordsLieInAMember() throws IOException, DataException {
        String list = "[" + many("{\"user_id\":\"u#\",\"item_id\":\"i#\"}") + "]";
        lies("{\"count\":3,\"ratings\":" + list + "}", Place.MEMBER, "ratings");
        lies(
                "{\"data\":{\"note\":\"x\",\"ratings\":" + list + "},\"meta\":{\"v\":[1]}}",
                Place.MEMBER,
                "data",
                "ratings");
    }

    @Test
    void membersAreUsers() throws IOException, DataException {
        lies("{" + many("\"u#\":[\"i#\",\"i1\"]") + "}", Place.MEMBERS);
        lies("{" + many("\"u#\":{\"i#\":5}") + "}", Place.MEMBERS);
    }

    @Test
    void columnsAreRefused() throws IOException {
        isRefused("{\"user_id\":[" + many("\"u#\"") + "],\"item_id\":[" + many("\"i#\"") + "]}");
        isRefused("{\"user_id\":{" + many("\"#\":\"u#\"") + "},\"item_id\":{" + many("\"#\":\"i#\"") + "}}");
        isRefused("{\"columns\":[\"user_id\",\"item_id\"],\"data\":[" + many("[\"u#\",\"i#\"]") + "]}");
    }
}
