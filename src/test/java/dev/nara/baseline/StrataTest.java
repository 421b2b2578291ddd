package dev.nara.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrataTest {
    /** Example e goes to block e % 8 of round e % 2, with the numbers e, 2 e and 3 e. */
    @Test
    void everyExampleStandsOnceInItsBlock() {
        Strata strata = new Strata(2, 50, 1);
        strata.deal(10, 60, (from, to, into) -> {
            for (int e = from; e < to; e++) {
                into.add(e % 2, e % Strata.BLOCKS, e, 2 * e, 3 * e);
            }
        });
        assertEquals(50, strata.start(2, 0));
        assertArrayEquals(new int[] {16, 24, 32, 40, 48, 56}, users(strata, 0, 0));
        assertArrayEquals(new int[0], users(strata, 0, 1));
        assertArrayEquals(new int[] {11, 19, 27, 35, 43, 51, 59}, users(strata, 1, 3));
        strata.shuffle(1, 3, 7);
        int[] shuffled = users(strata, 1, 3);
        assertArrayEquals(
                new int[] {11, 19, 27, 35, 43, 51, 59},
                Arrays.stream(shuffled).sorted().toArray());
        int first = Strata.WIDTH * strata.start(1, 3);
        assertEquals(2 * shuffled[0], strata.examples()[first + 1]);
        assertEquals(3 * shuffled[0], strata.examples()[first + 2]);
    }

    private static int[] users(Strata strata, int round, int block) {
        return IntStream.range(strata.start(round, block), strata.start(round, block + 1))
                .map(e -> strata.examples()[Strata.WIDTH * e])
                .toArray();
    }
}
