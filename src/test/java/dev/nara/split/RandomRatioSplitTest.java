package dev.nara.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomRatioSplitTest {
    private static int[][] rows(int users, int each, int items) {
        int[][] rows = new int[users * each][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = new int[] {r / each, (r % each * 3 + r / each) % items};
        }
        return rows;
    }

    private static Split split(Dataset dataset, long seed) throws DataException {
        return Splits.split(dataset, "random-ratio:0.8", seed);
    }

    @Test
    void holdsOutAsManyAsRatio() throws DataException {
        for (int each : new int[] {5, 8, 10, 11}) {
            Dataset dataset = Toy.lines(30, 40, rows(30, each, 40));
            Split drawn = split(dataset, 1);
            Split latest = Splits.split(dataset, "ratio:0.8", 1);
            assertEquals(latest.train().size(), drawn.train().size(), each + " rows each");
            assertEquals(0, drawn.leakShare());
        }
    }

    @Test
    void ofTwoToFourRowsOneIsHeldOut() throws DataException {
        for (int each : new int[] {2, 3, 4}) {
            Split split = split(Toy.lines(6, 40, rows(6, each, 40)), 1);
            assertEquals(6 * (each - 1), split.train().size());
            assertEquals(6, split.evaluatedUsers());
        }
        assertEquals(0, split(Toy.lines(6, 40, rows(6, 1, 40)), 1).evaluatedUsers(), "a single row is trained on");
    }

    @Test
    void itIsOfTheSeed() throws DataException {
        Dataset dataset = Toy.lines(30, 40, rows(30, 10, 40));
        int same = 0;
        for (int u = 0; u < 30; u++) {
            assertArrayEquals(split(dataset, 7).truth(u), split(dataset, 7).truth(u));
            same += Arrays.equals(split(dataset, 7).truth(u), split(dataset, 8).truth(u)) ? 1 : 0;
        }
        assertTrue(same < 5, same + " users have the same under another seed");
    }

    /** One row more is one user's affair: every figure may move by 1/users at most. */
    @Test
    void aRowMoreChangesNobodyElse() throws DataException {
        int[][] rows = rows(30, 10, 40);
        int[][] more = Arrays.copyOf(rows, rows.length + 1);
        more[rows.length] = rows[0];
        Split before = split(Toy.lines(30, 40, rows), 1);
        Split after = split(Toy.lines(30, 40, more), 1);
        for (int u = 1; u < 30; u++) {
            assertArrayEquals(before.truth(u), after.truth(u));
        }
        int[][] shuffled = rows.clone();
        for (int r = 0; r < rows.length; r++) {
            shuffled[r] = rows[(r * 7 + 3) % rows.length];
        }
        Split other = split(Toy.lines(30, 40, shuffled), 1);
        for (int u = 0; u < 30; u++) {
            assertArrayEquals(before.truth(u), other.truth(u), "the order of lines means nothing");
        }
    }

    @Test
    void everyRowIsAsLikelyAsAnother() throws DataException {
        Dataset dataset = Toy.lines(500, 10, rows(500, 10, 10));
        int[] held = new int[10];
        Split split = split(dataset, 3);
        for (int u = 0; u < 500; u++) {
            for (int item : split.truth(u)) {
                held[item]++;
            }
        }
        assertEquals(1000, Arrays.stream(held).sum());
        // Each 100 of 1,000; five standard deviations of about 9.
        assertTrue(Arrays.stream(held).allMatch(n -> n > 55 && n < 145), Arrays.toString(held));
    }
}
