package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TriangleTest {
    /** Its triangle is 2; 1 2; 3 0 1. */
    private static final double[] MATRIX = {4, 0, 0, 2, 5, 0, 6, 3, 10};

    @Test
    void solvesAndInverts() {
        Triangle triangle = Triangle.of(MATRIX, 3);
        assertEquals(Math.log(4), triangle.logDiagonal(), 1e-12);
        assertArrayEquals(new double[] {1, 2, 3}, triangle.solve(new double[] {26, 21, 42}), 1e-12);
        double[] inverse = triangle.inverse();
        assertArrayEquals(
                new double[] {41 / 16.0, -1 / 8.0, 1 / 4.0, -3 / 2.0, 0, 1},
                new double[] {inverse[0], inverse[3], inverse[4], inverse[6], inverse[7], inverse[8]},
                1e-12);
    }

    @Test
    void oneRowMoreIsAsIfItHadBeenThere() {
        Triangle two = Triangle.of(new double[] {4, 0, 2, 5}, 2).extended(new double[] {6, 3}, 10);
        assertArrayEquals(new double[] {1, 2, 3}, two.solve(new double[] {26, 21, 42}), 1e-12);
    }

    @Test
    void whatIsHardlyPositiveIsHelped() {
        double[] solution = Triangle.of(new double[] {1, 0, 1, 1}, 2).solve(new double[] {1, 1});
        assertEquals(1, solution[0] + solution[1], 1e-6);
    }
}
