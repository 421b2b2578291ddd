package dev.nara.data.read.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.Gson;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.Quality;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.file.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordColumnsTest {
    private static final ColumnRoles ROLES =
            new ColumnRoles(",", true, "user", "item", "time", List.of(), List.of(), List.of());

    @TempDir
    private Path folder;

    private Dataset read(String rows, ColumnRoles roles) throws IOException, DataException {
        Path file = Files.writeString(folder.resolve("log.csv"), "user,item,time,event\n" + rows);
        Recipe recipe = new Recipe("delimited", "", roles, Preparation.NONE);
        return new DelimitedReader().read(DataFiles.at(file), recipe, Progress.NONE);
    }

    @Test
    void everyWordIsKeptOnceAndStaysWithItsRow() throws Exception {
        Interactions rows = read("a,x,3,buy\na,y,1,view\na,z,2,\nb,x,1, view\n", ROLES.withWords(List.of("event")))
                .interactions();
        assertEquals(Set.of("event"), rows.wordColumns());
        assertEquals(Set.of(), rows.columns(), "its numbers are none");
        assertEquals(List.of("buy", "view"), rows.words("event"));
        assertEquals("view", rows.word("event", 0), "in order of time");
        assertEquals("", rows.word("event", 1));
        assertEquals("buy", rows.word("event", 2));
        assertEquals("view", rows.word("event", 3));
        assertEquals("view", rows.filter((user, row) -> user == 1).word("event", 0));
    }

    @Test
    void otherWordsAreOtherDataAndNoneAreTheSameAsBefore() throws Exception {
        ColumnRoles words = ROLES.withWords(List.of("event"));
        String plain = read("a,x,1,buy\na,y,2,view\n", ROLES).fingerprint();
        assertEquals(plain, read("a,x,1,buy\na,y,2,sale\n", ROLES).fingerprint());
        assertNotEquals(plain, read("a,x,1,buy\na,y,2,view\n", words).fingerprint());
        assertNotEquals(
                read("a,x,1,buy\na,y,2,view\n", words).fingerprint(),
                read("a,x,1,buy\na,y,2,sale\n", words).fingerprint());
        assertNull(ROLES.withWords(List.of()).words());
        String json = new Gson().toJson(ROLES);
        assertEquals(json, new Gson().toJson(ROLES.withWords(List.of())));
        assertEquals(ROLES, new Gson().fromJson(json, ColumnRoles.class));
    }

    @Test
    void twoEventsAtOneTimeAreNoRepeat() throws Exception {
        Dataset dataset = read("a,x,1,view\na,x,1,buy\na,x,1,buy\n", ROLES.withWords(List.of("event")));
        assertEquals(
                1,
                Quality.of(dataset).stream()
                        .filter(f -> f.id().equals("repeated-rows"))
                        .mapToLong(f -> f.count())
                        .sum());
        assertEquals(
                2,
                Preparing.apply(dataset, Recipe.USUAL).dataset().interactions().size());
    }
}
