package dev.nara.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.ColumnRole;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.JoinedTable;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.delimited.DelimitedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {
    private static final Recipe LOG = new Recipe(
            "delimited",
            "",
            new ColumnRoles(",", true, "user", "item", "", List.of(), List.of(), List.of("title")),
            Preparation.NONE);

    private final Datasets datasets = new Datasets(List.of(new DelimitedReader()));

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(folder.resolve("log.csv"), "user,item,title\na,x,X\na,y,Y\nb,x,X\nb,z,Z\n");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void aColumnTakesThePlaceOfOneOfItsNameAndOthersStay() throws Exception {
        Path items = file("items.csv", "id,year,Title\nx,1999,Ex\nz,2001,\n");
        JoinedTable second = JoinedTable.of(log, items, "");
        assertEquals(new JoinedTable("items.csv", ""), second);
        Dataset dataset = datasets.read(log, LOG.joined(second, null), Progress.NONE);
        assertEquals(List.of("year", "Title"), dataset.itemAttributes().names());
        assertEquals("Ex", dataset.title(0));
        assertEquals("y", dataset.title(1), "without a row");
        assertEquals("1999", dataset.itemAttributes().text("year", 0));
        assertEquals("joined-table-items", dataset.findings().get(0).id());
        assertEquals(
                List.of("items.csv, id: 2 / 3", "– y"),
                dataset.findings().get(0).examples());
    }

    @Test
    void titlesAndGenresAreKnownWithoutNames() throws Exception {
        Path movies = file(
                "movies.dat",
                "x::Toy Story (1995)::Animation|Comedy\ny::Heat (1995)::Action\nz::Sabrina (1995)::Comedy\n");
        Dataset dataset = datasets.read(log, LOG.joined(JoinedTable.of(log, movies, ""), null), Progress.NONE);
        assertEquals("Heat (1995)", dataset.title(1));
        assertEquals(List.of("Animation", "Comedy"), dataset.genres(0));
    }

    @Test
    void ofTwoColumnsOfIdsTheOneCalledSoIsTaken() throws Exception {
        Path numbers = file("n.csv", "user,item\n7,1\n7,2\n8,3\n");
        Recipe recipe = new Recipe(
                "delimited",
                "",
                new ColumnRoles(",", true, "user", "item", "", List.of(), List.of(), List.of()),
                Preparation.NONE);
        Path named = file("named.csv", ",movieId,title\n1,3,C\n2,1,A\n3,2,B\n");
        Dataset dataset =
                datasets.read(numbers, recipe.joined(JoinedTable.of(numbers, named, ""), null), Progress.NONE);
        assertEquals("A", dataset.title(0));
        Path unnamed = file("unnamed.csv", "n,m,title\n1,3,C\n2,1,A\n3,2,B\n");
        Recipe either = recipe.joined(JoinedTable.of(numbers, unnamed, ""), null);
        DataException asked = assertThrows(DataException.class, () -> datasets.read(numbers, either, Progress.NONE));
        assertTrue(asked.getMessage().contains("More than one column"), asked.getMessage());
        Recipe said = recipe.joined(JoinedTable.of(numbers, unnamed, "m"), null);
        assertEquals("A", datasets.read(numbers, said, Progress.NONE).title(0));
    }

    @Test
    void aTableOfOtherIdsIsRefused() throws Exception {
        Path items = file("items.csv", "id,year\n7,1999\n8,2001\n");
        Recipe recipe = LOG.joined(JoinedTable.of(log, items, ""), null);
        DataException refused = assertThrows(DataException.class, () -> datasets.read(log, recipe, Progress.NONE));
        assertEquals(
                items
                        + ": No row of this table belongs to an item of the data. IDs of the data look like x. Columns,"
                        + " with the share of values that are IDs: id 0%, year 0%. Choose the one with the IDs:"
                        + " --items-key or --users-key.",
                refused.getMessage());
    }

    @Test
    void whatATableDescribesIsSeenByItsIds() throws Exception {
        Dataset dataset = datasets.read(log, LOG, Progress.NONE);
        assertEquals(
                List.of(new SecondTable(ColumnRole.ITEM, 2, dataset.items().size())),
                datasets.described(file("items.csv", "id,year\nx,1999\ny,2001\nq,2002\n"), dataset));
        assertEquals(
                List.of(new SecondTable(ColumnRole.USER, 2, dataset.users().size())),
                datasets.described(file("people.csv", "who,age\na,3\nb,4\n"), dataset));
        assertEquals(List.of(), datasets.described(log, dataset), "ids come again in a log");
        assertEquals(List.of(), datasets.described(file("other.csv", "who,age\nc,3\nd,4\n"), dataset));
    }

    @Test
    void aTableElsewhereIsNamedFromTheRoot() {
        Path other = folder.resolveSibling("elsewhere").resolve("items.csv");
        assertEquals(
                other.toString().replace('\\', '/'),
                JoinedTable.of(log, other, "id").file());
        assertEquals(other, JoinedTable.of(log, other, "id").at(log));
        assertEquals(folder.resolve("a/b.csv"), new JoinedTable("a/b.csv", "").at(log));
    }
}
