package dev.nara.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProductsTest {
    @Test
    void everyShapeIsThreePlainLoops() {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows = 0; rows < 20; rows++) {
            for (int inner : new int[] {0, 1, 5, 16}) {
                for (int vectors = 1; vectors <= 6; vectors++) {
                    int columns = vectors * Lanes.LANES;
                    compare(rows, inner, columns, inner + 2, 1, random);
                    compare(rows, inner, columns, 1, rows + 3, random);
                }
            }
        }
    }

    /** So that results do not depend on how wide the processor's vectors are, nor on how a batch is cut. */
    @Test
    void aNumberIsTheSameInEveryShape() {
        SplittableRandom random = new SplittableRandom(2);
        int columns = 7 * Lanes.LANES;
        float[] a = random(13 * 50, random);
        float[] b = random(50 * columns, random);
        float[] whole = new float[13 * columns];
        float[] single = new float[13 * columns];
        Products.add(13, 50, columns, a, 0, 50, 1, b, 0, columns, whole, 0, columns);
        for (int r = 0; r < 13; r++) {
            for (int j = 0; j < columns; j += Lanes.LANES) {
                int at = r * columns + j;
                Products.add(1, 50, Lanes.LANES, a, r * 50, 50, 1, b, j, columns, single, at, columns);
            }
        }
        assertArrayEquals(single, whole);
    }

    /** A thousand in all lanes of ten sums: each has come up from 0.001 to 1 - 0.999^(rounds + 1). */
    @Test
    void multiplyAddsInRegistersAreCounted() {
        float[] sum = new float[1];
        long done = RegisterLoop.run(1000, sum);
        int numbers = 10 * Lanes.LANES;
        double each = 1 - Math.pow(0.999, (double) done / numbers + 1);
        assertEquals((1000 / numbers + 1) * numbers, done);
        assertEquals(numbers * each, sum[0], 1e-3 * sum[0]);
    }

    private static void compare(int rows, int inner, int columns, int ar, int ak, SplittableRandom random) {
        float[] a = random(3 + (rows + 1) * (ar + 1) + (inner + 1) * (ak + 1), random);
        float[] b = random(5 + (inner + 1) * (columns + 1), random);
        float[] c = random(7 + (rows + 1) * (columns + 2), random);
        float[] expected = c.clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    expected[7 + r * (columns + 2) + j] += a[3 + r * ar + k * ak] * b[5 + k * (columns + 1) + j];
                }
            }
        }
        Products.add(rows, inner, columns, a, 3, ar, ak, b, 5, columns + 1, c, 7, columns + 2);
        for (int i = 0; i < c.length; i++) {
            assertEquals(expected[i], c[i], 1e-4, rows + " x " + inner + " x " + columns + " at " + i);
        }
    }

    private static float[] random(int size, SplittableRandom random) {
        float[] array = new float[size];
        for (int i = 0; i < size; i++) {
            array[i] = (float) random.nextGaussian();
        }
        return array;
    }
}
