package dev.nara.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.Role;
import dev.nara.data.Toy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    /** Rows 0 to 4 of one user, of items 0 to 4; the last has neither rating nor event. */
    private static Dataset events() {
        InteractionsBuilder rows = new InteractionsBuilder("rating", "event");
        rows.add(0, 0, 1, 5, 0);
        rows.add(0, 1, 2, 4, 1);
        rows.add(0, 2, 3, 3, 2);
        rows.add(0, 3, 4, 2, 0);
        rows.add(0, 4, 5, Float.NaN, Float.NaN);
        AttributesBuilder items = new AttributesBuilder(5);
        List<String> names = List.of("A Star", "starlight", "Sun, and moon", "Sea", "");
        List<String> kinds = List.of("Drama|War", "Drama", "Comedy", "Warm", "War");
        var titles = items.text("name", Role.TITLE);
        var genres = items.list("kinds");
        var years = items.number("year");
        for (int i = 0; i < 5; i++) {
            titles.set(i, names.get(i));
            genres.set(i, kinds.get(i));
            years.set(i, 1990 + i);
        }
        AttributesBuilder users = new AttributesBuilder(1);
        users.text("city").set(0, "Seoul");
        Dataset toy = Toy.of(1, 5, new long[][] {{0, 0, 1}});
        return toy.with(rows.build(1, 5).withWords(Map.of("event", List.of("view", "add to cart", "buy"))))
                .with(users.build(), items.build());
    }

    private static Dataset prepared(String... where) throws DataException {
        Preparation steps = new Preparation(List.of(), "none", List.of(where), "", "", 0, 0, 0, List.of());
        return Preparing.apply(events(), Recipe.USUAL.with(steps)).dataset();
    }

    private static String items(Dataset dataset) {
        return IntStream.range(0, dataset.interactions().size())
                .mapToObj(r -> dataset.items().id(dataset.interactions().item(r)))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "event=view > 0 3",
                "event == buy > 2",
                "Event = \"add to cart\" > 1",
                "event!=view > 1 2",
                "event in (view, buy) > 0 2 3",
                "event IN('add to cart',buy) > 1 2",
                "event contains U > 2",
                "rating in (5,2) > 0 3",
                "rating!=4 > 0 2 3",
                "title contains STAR > 0 1",
                "title=\"Sun, and moon\" > 2",
                "title in (\"Sun, and moon\", Sea) > 2 3",
                "kinds=War > 0 4",
                "kinds!=War > 1 2 3",
                "kinds contains War > 0 3 4",
                "year<1992 > 0 1",
                "city=Seoul > 0 1 2 3 4"
            })
    void rowsThatFulfilIt(String condition, String items) throws DataException {
        assertEquals(items, items(prepared(condition)));
    }

    @Test
    void severalMustAllHold() throws DataException {
        assertEquals("0", items(prepared("event=view", "rating>=4")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event",
                "event=",
                "event in view",
                "event in ()",
                "event in (view,)",
                "event>view",
                "event=veiw",
                "event in (view, bye)",
                "event!=veiw",
                "rating contains 5",
                "rating=view",
                "rating>>3",
                "kind=War",
                "=view",
                "contains x"
            })
    void brokenOnesAreRefused(String condition) {
        assertThrows(DataException.class, () -> prepared(condition));
    }

    @Test
    void aWordThatNoRowHasIsReportedWithThoseThatThereAre() {
        DataException wrong = assertThrows(DataException.class, () -> prepared("event=veiw"));
        assertEquals("No row has event \"veiw\". Its words: view, add to cart, buy.", wrong.message(Locale.ENGLISH));
    }

    private static Dataset positives(String text) throws DataException {
        return Preparing.apply(events(), Recipe.USUAL.with(Preparation.NONE.withPositive(text)))
                .dataset();
    }

    @Test
    void eventsThatAreNotNamedAreLeftOutAndTheOthersWeigh() throws DataException {
        Dataset dataset = positives("buy:5, add to cart:2.5");
        assertEquals("1 2", items(dataset));
        assertEquals(2.5f, dataset.interactions().number("weight", 0));
        assertEquals(5f, dataset.interactions().number("weight", 1));
        assertEquals("0 3", items(positives("event=view:1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buy",
                "buy:0",
                "buy:-1",
                "buy:x",
                "buy:1,buy:2",
                "kind=buy:1",
                "bye:1",
                "buy:1,bye:2",
                ":1",
                "event=:1"
            })
    void brokenWeightsAreRefused(String text) {
        assertThrows(DataException.class, () -> positives(text));
    }
}
