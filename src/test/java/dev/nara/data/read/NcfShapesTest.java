package dev.nara.data.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import dev.nara.data.GivenTest;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.ncf.NcfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the NCF paper's kind as others write them. */
class NcfShapesTest {
    @TempDir
    Path folder;

    private Dataset read(String train, String test, String negatives) throws Exception {
        put("a.train.rating", train);
        put("a.test.rating", test);
        put("a.test.negative", negatives);
        return new NcfReader().read(DataFiles.at(folder), Recipe.USUAL, Progress.NONE);
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void threeColumnsHaveNoTimes() throws Exception {
        Dataset dataset = read("0\t1\t5\n0\t2\t4\n1\t2\t3\n", "0\t3\t5\n1\t1\t4\n", "(0,3)\t4\t5\n(1,1)\t4\t5\n");
        assertEquals(3, dataset.interactions().size());
        assertEquals(4, dataset.interactions().number("rating", 1));
        assertFalse(dataset.timed());
        assertEquals(2, Objects.requireNonNull(dataset.given()).negatives(0).length);
    }

    @Test
    void timesThatAreAllZeroAreNone() throws Exception {
        assertFalse(read("0\t1\t1\t0\n0\t2\t1\t0\n1\t2\t1\t0\n", "0\t3\t1\t0\n", "(0,3)\t4\n")
                .timed());
        assertTrue(read("0\t1\t1\t8\n0\t2\t1\t7\n1\t2\t1\t9\n", "0\t3\t1\t9\n", "(0,3)\t4\n")
                .timed());
    }

    @Test
    void usersOfTheTestPartAloneAreRead() throws Exception {
        Dataset dataset =
                read("0\t1\t5\t1\n0\t2\t4\t2\n1\t2\t3\t1\n", "0\t3\t5\n2\t1\t4\n", "(0,3)\t4\t5\n(2,1)\t4\t5\n");
        assertEquals(3, dataset.users().size());
        GivenTest given = Objects.requireNonNull(dataset.given());
        int cold = dataset.users().indexOf("2");
        assertEquals(0, dataset.interactions().count(cold));
        assertArrayEquals(new int[] {dataset.items().indexOf("1")}, given.truth(cold));
        assertEquals(2, given.negatives(cold).length);
    }

    @Test
    void twoColumnsHaveNoRatings() throws Exception {
        Dataset dataset = read("0\t1\n0\t2\n1\t2\n", "0\t3\n1\t1\n", "(0,3)\t4\t5\n(1,1)\t4\t5\n");
        assertEquals(3, dataset.interactions().size());
        assertEquals(5, dataset.items().size());
        assertArrayEquals(new int[] {0}, Objects.requireNonNull(dataset.given()).truth(1));
    }

    @Test
    void moviesBesideGiveTitles() throws Exception {
        put(
                "movies.dat",
                "1::One (1995)::Drama\n2::Two (1996)::Comedy|War\n3::Three (1997)::War\n4::F::War\n5::G::War\n");
        Dataset dataset = read("0\t1\t5\n0\t2\t4\n", "0\t3\t5\n", "(0,3)\t4\t5\n");
        assertEquals("Two (1996)", dataset.title(1));
        assertEquals("Comedy", dataset.itemAttributes().text("genre", 1));
        assertEquals("joined-items", dataset.findings().get(0).id());
    }

    @Test
    void titlesOfItemsNumberedAnewAreNotJoined() throws Exception {
        put("movies.dat", "1::One (1995)::Drama\n2::Two (1996)::Comedy|War\n3::Three (1997)::War\n");
        Dataset dataset = read("0\t0\t5\n0\t1\t4\n", "0\t2\t5\n", "(0,2)\t3\n");
        assertEquals("1", dataset.title(1));
        assertEquals(List.of(new Finding("titles-of-other-items", 1, List.of("0"))), dataset.findings());
    }
}
