package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SobolTest {
    @Test
    void eachPartOfEachDimensionHasOnePoint() {
        for (int dimensions : new int[] {1, 5, 40}) {
            Sobol sobol = new Sobol(dimensions, 3);
            for (int d = 0; d < dimensions; d++) {
                Set<Integer> parts = new HashSet<>();
                for (int i = 0; i < 64; i++) {
                    parts.add((int) (64 * sobol.point(i)[d]));
                }
                assertEquals(64, parts.size(), "dimension " + d);
            }
        }
    }

    @Test
    void pairsOfDimensionsAreSpreadToo() {
        Sobol sobol = new Sobol(2, 1);
        Set<Integer> squares = new HashSet<>();
        for (int i = 0; i < 64; i++) {
            double[] point = sobol.point(i);
            squares.add(8 * (int) (8 * point[0]) + (int) (8 * point[1]));
        }
        assertEquals(64, squares.size());
    }

    @Test
    void aPointDependsOnNothingButSeedAndNumber() {
        Sobol sobol = new Sobol(3, 1);
        sobol.point(9);
        assertArrayEquals(new Sobol(3, 1).point(4), sobol.point(4));
        assertArrayEquals(
                new double[] {0.8139924706192687, 0.6508670601760969, 0.28554889385122806}, sobol.point(4), 1e-12);
    }
}
