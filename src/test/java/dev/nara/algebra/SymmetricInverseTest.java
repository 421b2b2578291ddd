package dev.nara.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.vector.VectorEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricInverseTest {
    private static double[] matrix(int n) {
        Random random = new Random(n);
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] = random.nextGaussian() + (i == j ? 3 * n : 0);
                matrix[j * n + i] = matrix[i * n + j];
            }
        }
        return matrix;
    }

    /** The inverse times the matrix is the identity, for sizes around the blocks. */
    @Test
    void theInverseIsTheInverse() {
        for (MatrixProducts products : List.of(new PlainProducts(), VectorEngine.arithmetic())) {
            for (int n : new int[] {1, 7, 16, 48, 64, 65, 130, 200}) {
                double[] matrix = matrix(n);
                double[] inverse = matrix.clone();
                List<Integer> reported = new ArrayList<>();
                SymmetricInverse.invert(products, inverse, n, reported::add);
                assertEquals(n, reported.get(reported.size() - 1));
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        double sum = 0;
                        for (int k = 0; k < n; k++) {
                            sum += matrix[i * n + k] * inverse[k * n + j];
                        }
                        assertEquals(i == j ? 1 : 0, sum, 1e-10, n + ": " + i + ", " + j);
                    }
                }
            }
        }
    }

    @Test
    void onlyTheLowerTriangleIsRead() {
        double[] whole = matrix(70);
        double[] lower = whole.clone();
        for (int i = 0; i < 70; i++) {
            for (int j = i + 1; j < 70; j++) {
                lower[i * 70 + j] = Double.NaN;
            }
        }
        SymmetricInverse.invert(new PlainProducts(), whole, 70, done -> {});
        SymmetricInverse.invert(new PlainProducts(), lower, 70, done -> {});
        assertArrayEquals(whole, lower);
    }
}
