package dev.nara.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.vector.VectorEngine;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatrixProductsTest {
    private static final List<MatrixProducts> ALL = List.of(new PlainProducts(), VectorEngine.arithmetic());

    /** Two by three times three by two, in the middle of arrays, the left one read by rows and by columns. */
    @Test
    void aProductOfDoublesIsAddedWhereItBelongs() {
        for (MatrixProducts products : ALL) {
            double[] byRows = {9, 1, 2, 3, 4, 5, 6};
            double[] byColumns = {9, 1, 4, 2, 5, 3, 6};
            double[] right = {7, 8, 0, 9, 10, 0, 11, 12, 0};
            double[] sum = {1, 1, 1, 1, 1, 1};
            products.addProduct(2, 3, 2, byRows, 1, 3, 1, right, 0, 3, sum, 1, 3);
            assertArrayEquals(new double[] {1, 59, 65, 1, 140, 155}, sum);
            double[] other = new double[4];
            products.addProduct(2, 3, 2, byColumns, 1, 1, 2, right, 0, 3, other, 0, 2);
            assertArrayEquals(new double[] {58, 64, 139, 154}, other);
        }
    }

    /** Whatever of a large product falls into registers, vectors and the rest. */
    @Test
    void everyPartOfALargeProductIsRight() {
        Random random = new Random(1);
        for (int rows : new int[] {1, 5, 6, 13}) {
            for (int columns : new int[] {1, 7, 16, 47}) {
                int inner = 9;
                double[] a = random.doubles((long) rows * inner).toArray();
                double[] b = random.doubles((long) inner * columns).toArray();
                for (MatrixProducts products : ALL) {
                    double[] c = new double[rows * columns];
                    products.addProduct(rows, inner, columns, a, 0, inner, 1, b, 0, columns, c, 0, columns);
                    for (int r = 0; r < rows; r++) {
                        for (int j = 0; j < columns; j++) {
                            double sum = 0;
                            for (int k = 0; k < inner; k++) {
                                sum += a[r * inner + k] * b[k * columns + j];
                            }
                            assertEquals(sum, c[r * columns + j], 1e-12);
                        }
                    }
                }
            }
        }
    }

    @Test
    void vectorsAreMultipliedAndAdded() {
        float[] a = new float[34];
        float[] b = new float[32];
        for (int i = 0; i < 32; i++) {
            a[i + 2] = i;
            b[i] = 2;
        }
        for (MatrixProducts products : ALL) {
            assertEquals(992, products.dot(a, 2, b, 0, 32));
            float[] to = new float[33];
            products.addScaled(3, a, 2, to, 1, 32);
            assertEquals(0, to[0]);
            assertEquals(93, to[32]);
        }
    }

    /** (1, 2) and (3, 4), weighted 10 and 100, of (1, 1): 10 * (1 - 3) * (1, 2) + 100 * (1 - 7) * (3, 4). */
    @Test
    void outerProductsTakeAVectorElsewhere() {
        for (MatrixProducts products : ALL) {
            for (int width : new int[] {16, 64}) {
                float[] vectors = new float[3 * width];
                vectors[0] = 1;
                vectors[width - 1] = 2;
                vectors[2 * width] = 3;
                vectors[3 * width - 1] = 4;
                float[] of = new float[width];
                of[0] = 1;
                of[width - 1] = 1;
                float[] to = new float[width];
                to[0] = 5;
                products.addImage(new int[] {0, 2}, new float[] {10, 100}, 1, -1, vectors, width, of, to);
                float[] expected = new float[width];
                expected[0] = 5 - 20 - 1800;
                expected[width - 1] = -40 - 2400;
                assertArrayEquals(expected, to);
            }
        }
    }
}
