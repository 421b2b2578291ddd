package dev.nara.data.read.netflix;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetflixReaderTest {
    @TempDir
    Path folder;

    private final NetflixReader reader = new NetflixReader();

    private Path put(String name, String text) throws Exception {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Dataset read(Path path) throws DataException {
        assertTrue(reader.recognises(DataFiles.at(path)));
        return reader.read(DataFiles.at(path), Recipe.USUAL, Progress.NONE);
    }

    @Test
    void blocksOfOneFile() throws Exception {
        Dataset dataset = read(put("combined_data_1.txt", "1:\n7,5,2005-05-14\n8,3,2005-03-15\n2:\n7,4,2005-12-09\n"));
        assertEquals(2, dataset.users().size());
        assertEquals(2, dataset.items().size());
        assertEquals(3, dataset.interactions().size());
        assertEquals(4, dataset.interactions().number("rating", 1));
        assertEquals(
                "2005-12-09", LogTime.toDate(dataset.interactions().time(1)).toString());
    }

    @Test
    void allFilesOfAFolderWithTheirTitles() throws Exception {
        put("combined_data_1.txt", "1:\n7,5,2005-05-14\n");
        put("combined_data_2.txt", "2:\n7,4,2005-12-09\n8,4,2005-12-08\n3:\n");
        put("movie_titles.csv", "1,2003,Am\u00e9lie, again\n2,NULL,Two\n9,1999,Nine\n");
        put("readme.txt", "nothing");
        Dataset dataset = read(folder);
        assertEquals(3, dataset.interactions().size());
        assertEquals("Am\u00e9lie, again", dataset.title(0));
        assertEquals("Two", dataset.title(1));
        assertEquals(2003, dataset.itemAttributes().numbers("year")[0]);
    }

    @Test
    void otherFilesAreNotItsOwn() throws Exception {
        assertFalse(reader.recognises(DataFiles.at(put("a.txt", "7,5,2005-05-14\n"))));
        assertFalse(reader.recognises(DataFiles.at(put("b.txt", "1:\n2:\n"))));
        assertFalse(reader.recognises(DataFiles.at(folder)));
    }

    @Test
    void aLineThatIsNeitherIsNamed() throws Exception {
        Path file = put("combined_data_1.txt", "1:\n7,5,2005-05-14\n7,5\n");
        DataException wrong = assertThrows(DataException.class, () -> read(file));
        assertEquals(3, wrong.line());
    }
}
