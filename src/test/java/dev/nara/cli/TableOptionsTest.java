package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events, rows that cannot be read and second tables, as commands take them. */
class TableOptionsTest extends CommandLineTest {
    private static final List<String> KINDS = List.of("view", "buy", "view", "cart");

    private Path log;

    /** 80 rows of 8 users and 10 items; a quarter are of "buy", another of "cart". */
    @BeforeEach
    void write() throws IOException {
        log = folder.resolve("log.csv");
        rows(List.of());
    }

    private void rows(List<String> more) throws IOException {
        Stream<String> rows = IntStream.range(0, 80)
                .mapToObj(r -> "u" + r / 10 + "," + KINDS.get(r % 4) + ",i" + r % 10 + "," + (1600000000 + 9000 * r));
        Files.writeString(
                log,
                Stream.concat(Stream.of("user,event,item,time"), Stream.concat(rows, more.stream()))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private JsonObject data(String... options) {
        List<String> all = Stream.concat(Stream.of("data", "--data", log.toString(), "--json"), Stream.of(options))
                .toList();
        assertEquals(0, nara(all.toArray(String[]::new)), err);
        return json().get(0);
    }

    private String refused(String... options) {
        List<String> all = Stream.concat(Stream.of("data", "--data", log.toString()), Stream.of(options))
                .toList();
        assertEquals(2, nara(all.toArray(String[]::new)), out);
        return err.substring(err.indexOf("log.csv") < 0 ? 0 : err.indexOf("log.csv"));
    }

    private static JsonObject finding(JsonObject data, String id) {
        return data.getAsJsonArray("quality").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(finding -> finding.get("id").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eventsAreConditionsAndPositives() {
        assertEquals(
                "{\"event\":{\"view\":40,\"buy\":20,\"cart\":20}}",
                data().get("rowWords").toString());
        assertEquals(80, data().get("interactions").getAsInt());
        assertEquals(20, data("--where", "event=buy").get("interactions").getAsInt());
        assertEquals(40, data("--where", "event!=view").get("interactions").getAsInt());
        assertEquals(
                60, data("--where", "event in (view,buy)").get("interactions").getAsInt());
        JsonObject positive = data("--positive", "buy:5,cart:2");
        assertEquals(40, positive.get("interactions").getAsInt());
        assertEquals("[\"weight\"]", positive.get("rowColumns").toString());
        assertTrue(refused("--where", "event=by").contains("Its words: view, buy, cart."), err);
        assertTrue(refused("--positive", "bye:5").contains("no column of words"), err);
    }

    @Test
    void eventsAreTrainedOnAndTheCommandSaysHowAgain() {
        assertEquals(
                0,
                nara(
                        "train",
                        "--data",
                        log.toString(),
                        "--positive",
                        "buy:5,cart:2",
                        "--algorithm",
                        "popularity",
                        "--json"),
                err);
        assertEquals(0, nara("runs", "show", "--run", "latest", "--json"), err);
        assertTrue(out.contains("--words event"), out);
        assertTrue(out.contains("--positive buy:5,cart:2"), out);
    }

    @Test
    void theFirstBadRowIsReportedWithHowManyMoreThereAre() throws IOException {
        rows(List.of("u1,view,,1600000000", "u1,view,i2", "u1,view,i3,1600000000"));
        String message = refused();
        assertTrue(message.startsWith("log.csv:82: item is empty. 1 more of 83 rows cannot be read either."), message);
        assertTrue(message.contains("--bad-rows skip"), message);
        assertTrue(refused("--bad-rows", "maybe").contains("--bad-rows cannot be maybe"), err);
    }

    @Test
    void badRowsAreLeftOutAndListed() throws IOException {
        rows(List.of("nobody,view,,1600000000", "u1,view,i2", "u1,view,i3,1600000000"));
        JsonObject data = data("--bad-rows", "skip");
        assertEquals(81, data.get("interactions").getAsInt());
        assertEquals(8, data.get("users").getAsInt(), "nothing of a bad row is kept");
        JsonObject finding = finding(data, "skipped-rows");
        assertEquals(2, finding.get("count").getAsInt());
        assertEquals(
                "[\"82: nobody, , 1600000000, view\",\"83: u1, view, i2\"]",
                finding.get("examples").toString());
        Path file = Path.of(err.substring(err.indexOf("row: ") + 5, err.indexOf(".csv\n") + 4));
        assertEquals(
                List.of(
                        "line,reason,row",
                        "82,item is empty.,nobody |  | 1600000000 | view",
                        "83,The row has 3 cells; 4 were expected.,u1 | view | i2"),
                Files.readAllLines(file));
        rows(List.of("a", "b", "c", "d", "e"));
        assertTrue(refused("--bad-rows", "skip").contains("more than the 5% of rows"), err);
    }

    @Test
    void secondTablesAreJoinedByTheColumnOfIds() throws IOException {
        Path films = Files.writeString(folder.resolve("films.csv"), """
            nr,key,title,genres
            1,i1,"One, or more",Drama|War
            2,i2,Two,Comedy
            3,i2,Again,War
            4,other,No,War
            """);
        Path people = Files.writeString(folder.resolve("people.tsv"), "id\tage\nu0\t30\nu1\t40\n");
        JsonObject data = data("--items", films.toString(), "--users", people.toString());
        JsonObject joined = finding(data, "joined-table-items");
        assertEquals(2, joined.get("count").getAsInt());
        assertEquals(
                "[\"films.csv, key: 2 / 10\",\"– i0, i3, i4, i5, i6\"]",
                joined.get("examples").toString());
        assertEquals(1, finding(data, "attributes-repeat-items").get("count").getAsInt());
        assertEquals(
                1, finding(data, "attributes-of-unknown-items").get("count").getAsInt());
        assertEquals(2, finding(data, "joined-table-users").get("count").getAsInt());
        assertEquals(
                8,
                data("--items", films.toString(), "--where", "genre=Drama")
                        .get("interactions")
                        .getAsInt());
        assertEquals(
                8,
                data("--items", films.toString(), "--items-key", "key", "--where", "title contains MORE")
                        .get("interactions")
                        .getAsInt());
        assertTrue(refused("--items", films.toString(), "--items-key", "nr").contains("key 75%"), err);
        assertTrue(refused("--items-key", "nr").contains("--items-key needs --items"), err);
    }

    @Test
    void theRecipeKeepsThem() throws IOException {
        Path films = Files.writeString(folder.resolve("films.csv"), "key,title\ni1,One\ni2,Two\n");
        rows(List.of("u1,view,i2"));
        JsonObject first =
                data("--items", films.toString(), "--bad-rows", "skip", "--where", "event=buy", "--save-recipe");
        String recipe = Files.readString(folder.resolve("log.csv.recipe.json"));
        assertTrue(recipe.contains("\"file\": \"films.csv\""), recipe);
        assertTrue(recipe.contains("\"badRows\": \"skip\""), recipe);
        assertFalse(recipe.contains("positive"), recipe);
        JsonObject again = data();
        assertEquals(first.get("interactions"), again.get("interactions"));
        assertEquals(2, finding(again, "joined-table-items").get("count").getAsInt());
    }
}
