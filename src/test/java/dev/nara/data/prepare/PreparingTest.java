package dev.nara.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.LogTime;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.Toy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparingTest {
    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, day));
    }

    /** User 0 has items 0, 0, 1, 2; user 1 has 0, 1; user 2 has 2, 3. Ratings rise from 1 to 8, one is unknown. */
    private static Dataset toy() {
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        rows.add(0, 0, day(1), 1);
        rows.add(0, 0, day(1) + 5, 2);
        rows.add(0, 1, day(2), 3);
        rows.add(0, 2, day(3), 4);
        rows.add(1, 0, day(4), Float.NaN);
        rows.add(1, 1, day(5), 6);
        rows.add(2, 2, day(6), 7);
        rows.add(2, 3, day(7), 8);
        return Toy.of(3, 5, new long[0][]).with(rows.build(3, 5));
    }

    private static Prepared prepare(Preparation preparation) throws DataException {
        return Preparing.apply(toy(), Recipe.USUAL.with(preparation));
    }

    private static Preparation with(
            String distinct, List<String> where, String from, String to, int ofUser, int ofItem, int core) {
        return new Preparation(List.of(), distinct, where, from, to, ofUser, ofItem, core, List.of());
    }

    private static Preparation none() {
        return with("none", List.of(), "", "", 0, 0, 0);
    }

    /** The toy with item 3 held out of user 0 at rating 9, item 0 of user 2 at rating 1, on the eighth. */
    private static Dataset withHeldOut() {
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        rows.add(0, 3, day(8), 9);
        rows.add(2, 0, day(8), 1);
        Dataset toy = toy();
        return toy.with(toy.interactions(), new GivenTest(rows.build(3, 5), new int[3][0]));
    }

    private static long pairsToFind(Preparation preparation) throws DataException {
        Dataset prepared =
                Preparing.apply(withHeldOut(), Recipe.USUAL.with(preparation)).dataset();
        return Objects.requireNonNull(prepared.given()).pairs();
    }

    @Test
    void whatIsHeldOutIsPreparedAlike() throws DataException {
        assertEquals(2, pairsToFind(none()));
        assertEquals(1, pairsToFind(with("none", List.of("rating>=2"), "", "", 0, 0, 0)));
        assertEquals(0, pairsToFind(with("none", List.of(), "", "2022-03-07", 0, 0, 0)));
        // Item 3 has one user and leaves with the rows; user 2 is left without a row.
        assertEquals(0, pairsToFind(with("none", List.of(), "", "", 0, 0, 2)));
    }

    @Test
    void stepsTellWhatElseIsLost() throws DataException {
        Prepared prepared =
                Preparing.apply(withHeldOut(), Recipe.USUAL.with(with("none", List.of("rating>=2"), "", "", 0, 0, 0)));
        Step step = prepared.steps().get(0);
        assertEquals(2, step.before().toFind());
        assertEquals(1, step.after().toFind());
        assertEquals("step.change.find", step.alsoChanged().get(0).key());
    }

    @Test
    void nothingAskedNothingDone() throws DataException {
        Prepared prepared = prepare(none());
        assertEquals(List.of(), prepared.steps());
        assertEquals(8, prepared.dataset().interactions().size());
    }

    @Test
    void ofRowsThatShareAKeyTheFirstStays() throws DataException {
        InteractionsBuilder again = new InteractionsBuilder();
        again.add(0, 0, day(1));
        again.add(0, 0, day(2));
        Dataset days = Toy.of(1, 1, new long[0][]).with(again.build(1, 1));
        Recipe aDay = Recipe.USUAL.with(with("day", List.of(), "", "", 0, 0, 0));
        assertEquals(2, Preparing.apply(days, aDay).dataset().interactions().size());
        assertEquals(
                7,
                prepare(with("day", List.of(), "", "", 0, 0, 0))
                        .dataset()
                        .interactions()
                        .size());
        assertEquals(
                7,
                prepare(with("pair", List.of(), "", "", 0, 0, 0))
                        .dataset()
                        .interactions()
                        .size());
        Prepared time = prepare(with("time", List.of(), "", "", 0, 0, 0));
        assertEquals(8, time.dataset().interactions().size());
        assertEquals(
                1,
                prepare(with("pair", List.of(), "", "", 0, 0, 0))
                        .dataset()
                        .interactions()
                        .number("rating", 0));
    }

    @Test
    void conditionsMustAllHoldAndWhatIsUnknownFulfilsNone() throws DataException {
        Prepared prepared = prepare(with("none", List.of("rating>=3", "Rating < 8"), "", "", 0, 0, 0));
        assertEquals(4, prepared.dataset().interactions().size());
        assertEquals(2, prepared.steps().size());
        Step first = prepared.steps().get(0);
        assertEquals(new Step.Counts(8, 3, 4, 5, 0), first.before());
        assertEquals(new Step.Counts(5, 3, 3, 5, 0), first.after());
    }

    @Test
    void bothDaysBelongToTheRange() throws DataException {
        Prepared prepared = prepare(with("none", List.of(), "2022-03-02", "2022-03-04", 0, 0, 0));
        assertEquals(3, prepared.dataset().interactions().size());
    }

    @Test
    void minimumsCountDistinctPairsOnce() throws DataException {
        Prepared prepared = prepare(with("none", List.of(), "", "", 3, 2, 0));
        assertEquals(new Step.Counts(4, 1, 3, 3, 0), prepared.steps().get(0).after());
        assertEquals(3, prepared.dataset().items().size(), "items without rows leave the catalogue");
        assertEquals(3, prepared.dataset().users().size(), "users stay");
    }

    @Test
    void theCoreTakesRounds() throws DataException {
        Prepared prepared = prepare(with("none", List.of(), "", "", 0, 0, 2));
        // Round 1 drops item 3, round 2 user 2, round 3 item 2; items 0 and 1 of users 0 and 1 remain.
        assertEquals(4, prepared.steps().size());
        assertEquals(new Step.Counts(5, 2, 2, 5, 0), prepared.steps().get(2).after());
        // What nobody has any more leaves the catalogue.
        assertEquals(new Step.Counts(5, 2, 2, 2, 0), prepared.steps().get(3).after());
        assertEquals(2, prepared.dataset().items().size());
        assertEquals("1", prepared.dataset().items().id(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rating", "rating>=x", "stars>=3", ">=3", "rating>>3"})
    void brokenConditions(String condition) {
        assertThrows(DataException.class, () -> prepare(with("none", List.of(condition), "", "", 0, 0, 0)));
    }

    @Test
    void otherBrokenSettings() {
        assertThrows(DataException.class, () -> prepare(with("hour", List.of(), "", "", 0, 0, 0)));
        assertThrows(DataException.class, () -> prepare(with("none", List.of(), "yesterday", "", 0, 0, 0)));
        assertThrows(DataException.class, () -> prepare(with("none", List.of("rating>100"), "", "", 0, 0, 0)));
        assertThrows(DataException.class, () -> prepare(with("none", List.of(), "", "", 0, 0, -1)));
        assertThrows(DataException.class, () -> prepare(with("none", List.of(), "", "", 100, 0, 0)), "nothing is left");
        Dataset undated = Toy.of(1, 1, new long[][] {{0, 0, 1}}, false, null);
        Recipe aDay = Recipe.USUAL.with(with("day", List.of(), "", "", 0, 0, 0));
        assertThrows(DataException.class, () -> Preparing.apply(undated, aDay));
        assertThrows(DataException.class, () -> prepare(none().withRepairs(List.of("unheard-of"))));
    }

    @Test
    void aFolderIsReadByTheRecipeOfItsOnlyFileThatHasOne(@TempDir Path folder) throws IOException, DataException {
        Path views = Files.writeString(folder.resolve("views.csv"), "u,i\n");
        assertTrue(RecipeFile.find(folder).isEmpty());
        RecipeFile.write(RecipeFile.beside(views), Recipe.USUAL.read("delimited", ""));
        assertEquals("delimited", RecipeFile.find(folder).orElseThrow().format());
        RecipeFile.write(RecipeFile.beside(folder), Recipe.USUAL.read("ncf", ""));
        assertEquals("ncf", RecipeFile.find(folder).orElseThrow().format(), "its own comes first");
        Files.delete(RecipeFile.beside(folder));
        Path other = Files.writeString(folder.resolve("others.csv"), "u,i\n");
        RecipeFile.write(RecipeFile.beside(other), Recipe.USUAL);
        assertTrue(RecipeFile.find(folder).isEmpty(), "which of two is meant, nobody knows");
    }

    @Test
    void aRecipeComesBackFromItsFile(@TempDir Path folder) throws IOException, DataException {
        Recipe recipe = new Recipe(
                "delimited",
                "MS949",
                new ColumnRoles("::", false, "1", "2", "4", List.of("3"), List.of(), List.of("5")),
                with("day", List.of("3>=4"), "2022-03-01", "", 5, 2, 3));
        Path file = RecipeFile.beside(folder);
        RecipeFile.write(file, recipe);
        assertEquals(recipe, RecipeFile.find(folder).orElseThrow());
        Files.writeString(file, "{\"format\": \"ncf\"}");
        assertEquals(Recipe.USUAL.read("ncf", ""), RecipeFile.read(file), "what is left out is as usual");
        Files.writeString(file, "{\"preparation\": {\"wher\": [\"rating>=4\"]}}");
        assertTrue(assertThrows(DataException.class, () -> RecipeFile.read(file))
                .getMessage()
                .contains("wher"));
        Files.writeString(file, "{\"preparation\": {\"where\": [\"rating>=4\",]}}");
        assertThrows(DataException.class, () -> RecipeFile.read(file));
        Files.writeString(file, "[]");
        assertThrows(DataException.class, () -> RecipeFile.read(file));
        Files.writeString(file, "{\"format\": [1]}");
        assertTrue(assertThrows(DataException.class, () -> RecipeFile.read(file))
                .getMessage()
                .startsWith(file.toString()));
        Files.writeString(file, "");
        assertThrows(DataException.class, () -> RecipeFile.read(file));
    }

    @Test
    void derivedAttributesKnowTheTrainingPartOnly() throws DataException {
        Dataset dataset = toy();
        dataset = dataset.with(
                dataset.userAttributes(),
                dataset.itemAttributes().plus("genre", new String[] {"a", "b", "b", "c", ""}));
        var train = dataset.interactions().filter((user, row) -> user != 2);
        Dataset derived = Derived.apply(
                dataset, train, List.of("user.views", "item.views", "user.favourite:genre", "user.age:buckets:2"));
        assertEquals(Math.log1p(4), derived.userAttributes().numbers("views")[0]);
        assertEquals(0, derived.userAttributes().numbers("views")[2]);
        assertEquals(Math.log1p(3), derived.itemAttributes().numbers("views")[0]);
        assertEquals("a", derived.userAttributes().text("favourite_genre", 0), "of equals the first in the alphabet");
        assertEquals("", derived.userAttributes().text("favourite_genre", 2));
        assertEquals("< 1", derived.userAttributes().text("age_group", 0));
        assertEquals("1 +", derived.userAttributes().text("age_group", 2));
        Dataset same = dataset;
        for (String wrong : List.of("user.unknown", "user.favourite:none", "user.sex:buckets:3", "user.views:3")) {
            assertThrows(DataException.class, () -> Derived.apply(same, train, List.of(wrong)), wrong);
        }
    }

    /** So that days begin where they began when rows of another offset are added. */
    @Test
    void theZoneThatWasFoundOutIsPartOfTheRecipe(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("seoul.csv"),
                "user,item,time\na,x,2020-09-14T18:09:05+09:00\na,y,2020-09-15T18:09:05+09:00\n");
        ColumnRoles roles = new ColumnRoles(",", true, "user", "item", "time", List.of(), List.of(), List.of());
        Recipe asked = new Recipe("delimited", "", roles, Preparation.USUAL);
        Prepared prepared = TestServices.on(folder).open(file, asked, Progress.NONE);
        assertEquals("+09:00", prepared.recipe().timeSettings().zone());
        Prepared again = TestServices.on(folder).open(file, prepared.recipe(), Progress.NONE);
        assertEquals(prepared.recipe(), again.recipe());
        assertEquals(prepared.dataset().fingerprint(), again.dataset().fingerprint());
        Files.writeString(file, "user,item,time\na,x,2020-09-14T18:09:05Z\na,y,2020-09-15T18:09:05Z\n");
        assertEquals(
                "",
                TestServices.on(folder)
                        .open(file, asked, Progress.NONE)
                        .recipe()
                        .timeSettings()
                        .zone());
    }
}
