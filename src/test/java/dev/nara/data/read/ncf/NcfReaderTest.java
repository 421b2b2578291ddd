package dev.nara.data.read.ncf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.GivenTest;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NcfReaderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("toy.train.rating"), "0\t10\t1\t0\n0\t11\t1\t1\n1\t10\t1\t0\n");
        Files.writeString(folder.resolve("toy.test.rating"), "0\t12\t1\t9\n1\t11\t1\t9\n");
        Files.writeString(folder.resolve("toy.test.negative"), "(0,12)\t13\t12\t14\n(1,11)\t13\t14\n");
    }

    @Test
    void readsTheThreeFiles() throws DataException {
        Dataset dataset = new NcfReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
        assertEquals(2, dataset.users().size());
        assertEquals(5, dataset.items().size());
        assertEquals(3, dataset.interactions().size());
        assertFalse(dataset.clock());
        GivenTest given = Objects.requireNonNull(dataset.given());
        assertEquals("12", dataset.items().id(given.truth(0)[0]));
    }

    @Test
    void aPositiveAmongItsNegativesIsDropped() throws DataException {
        Dataset dataset = new NcfReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
        int[] expected = {dataset.items().indexOf("13"), dataset.items().indexOf("14")};
        assertArrayEquals(expected, Objects.requireNonNull(dataset.given()).negatives(0));
        assertEquals(List.of(new Finding("held-out-negatives", 1, List.of("0, 12"))), dataset.findings());
    }

    @Test
    void anyOfTheFilesNamesThemAll() throws Exception {
        assertTrue(new NcfReader().recognises(DataFiles.at(folder.resolve("toy.test.negative"))));
        assertTrue(new NcfReader().recognises(DataFiles.at(folder)));
        Path other = Files.writeString(folder.resolve("other.csv"), "1,2\n");
        assertFalse(new NcfReader().recognises(DataFiles.at(other)));
    }

    @Test
    void aBrokenNegativeLineIsNamed() throws IOException {
        Files.writeString(folder.resolve("toy.test.negative"), "(0,12)\t13\nnonsense\n");
        DataException wrong = assertThrows(
                DataException.class, () -> new NcfReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE));
        assertEquals(2, wrong.line());
    }

    @Test
    void negativesOfAnotherItemAreNotTheirs() throws IOException {
        Files.writeString(folder.resolve("toy.test.negative"), "(0,12)\t13\n(1,10)\t13\n");
        DataException wrong = assertThrows(
                DataException.class, () -> new NcfReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE));
        assertEquals(2, wrong.line());
    }

    @Test
    void aTestUserWithoutTrainingRowsIsKept() throws Exception {
        Files.writeString(folder.resolve("toy.test.rating"), "7\t12\t1\t9\n");
        Files.writeString(folder.resolve("toy.test.negative"), "(7,12)\t13\n");
        Dataset dataset = new NcfReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
        int user = dataset.users().indexOf("7");
        assertEquals(0, dataset.interactions().count(user));
        int[] heldOut = {dataset.items().indexOf("12")};
        assertArrayEquals(heldOut, Objects.requireNonNull(dataset.given()).truth(user));
    }
}
