package dev.nara.data.read.mind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MindReaderTest {
    private static final String LINES = """
        1\tU1\t11/12/2019 9:05:58 AM\tN1 N2\tN3-1 N4-0
        2\tU2\t11/11/2019 11:05:58 PM\t\tN1-0 N4-1 N5-1
        3\tU1\t11/11/2019 8:00:00 AM\tN1 N2\tN5-1 N6-0
        """;

    @TempDir
    Path folder;

    private final MindReader reader = new MindReader();

    private Dataset read(Path path) throws DataException {
        assertTrue(reader.recognises(DataFiles.at(path)));
        return reader.read(DataFiles.at(path), Recipe.USUAL, Progress.NONE);
    }

    private Path put(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void clicksAndWhatWasClickedBeforeOnce() throws Exception {
        Dataset dataset = read(put("behaviors.tsv", LINES));
        assertEquals(2, dataset.users().size());
        assertEquals(6, dataset.interactions().size(), "2 before and 2 clicks of U1, 2 clicks of U2");
        assertEquals(5, dataset.items().size(), "N6 was shown alone");
        int first = dataset.interactions().start(dataset.users().indexOf("U1"));
        assertEquals("N1", dataset.items().id(dataset.interactions().item(first)));
        assertEquals(
                "2019-11-11", LogTime.toDate(dataset.interactions().time(first)).toString());
        assertEquals(
                "N5", dataset.items().id(dataset.interactions().item(first + 2)), "month before day, morning first");
        assertEquals("N3", dataset.items().id(dataset.interactions().item(first + 3)));
    }

    @Test
    void aHistoryThatGrowsAddsWhatIsNew() throws Exception {
        String grown = LINES + "4\tU2\t11/13/2019 8:00:00 AM\tN7\tN4-0\n5\tU2\t11/13/2019 9:00:00 AM\tN7 N8\tN4-0\n";
        assertEquals(8, read(put("behaviors.tsv", grown)).interactions().size());
    }

    @Test
    void newsBesideGivesTitlesAndCategories() throws Exception {
        put("behaviors.tsv", LINES);
        put("news.tsv", "N1\tsports\tgolf\tThe \"Open\"\tabstract\turl\t[]\t[]\nN3\tnews\tworld\tThree\t\t\t\t\n");
        Dataset dataset = read(folder);
        assertEquals("The \"Open\"", dataset.title(dataset.items().indexOf("N1")));
        assertEquals(
                "sports",
                dataset.itemAttributes().text("category", dataset.items().indexOf("N1")));
        assertEquals(
                "world",
                dataset.itemAttributes().text("subcategory", dataset.items().indexOf("N3")));
    }

    @Test
    void otherFilesAreNotItsOwn() throws Exception {
        assertFalse(reader.recognises(DataFiles.at(put("a.tsv", "1\tU1\t3\tN1 N2\tN3-1\n"))));
        assertFalse(reader.recognises(DataFiles.at(folder)));
    }

    @Test
    void aBrokenLineIsNamed() throws Exception {
        Path file = put("behaviors.tsv", LINES.repeat(10) + "x\n");
        DataException wrong = assertThrows(DataException.class, () -> read(file));
        assertEquals(31, wrong.line());
    }
}
