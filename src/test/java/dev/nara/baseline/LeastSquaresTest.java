package dev.nara.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algebra.MatrixProducts;
import dev.nara.algebra.PlainProducts;
import dev.nara.vector.VectorEngine;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    private static final double RIDGE = 0.7;
    private static final double WEIGHT = 0.3;

    /** Dimensions below, at and beyond the blocks that are eliminated together; more pairs than are added together. */
    @Test
    void theSolutionSolvesTheEquations() {
        for (MatrixProducts products : List.of(new PlainProducts(), VectorEngine.arithmetic())) {
            for (int d : new int[] {1, 7, 8, 16, 21, 40}) {
                solve(products, d, 150);
            }
        }
    }

    private static void solve(MatrixProducts products, int d, int count) {
        SplittableRandom random = new SplittableRandom(d);
        float[] vectors = new float[count * d];
        double[] doubles = new double[count * d];
        for (int x = 0; x < vectors.length; x++) {
            vectors[x] = (float) random.nextGaussian();
            doubles[x] = vectors[x];
        }
        int[] columns = new int[count - 10];
        float[] confidences = new float[count - 10];
        for (int n = 0; n < columns.length; n++) {
            columns[n] = n + 5;
            confidences[n] = n % 3 == 0 ? 1 : 1 + n % 4;
        }
        double[] gram = LeastSquares.gram(products, vectors, 0, count, d);
        LeastSquares problem = new LeastSquares(products, d);
        problem.begin(gram, WEIGHT, RIDGE);
        problem.observe(columns, confidences, doubles);
        float[] rows = new float[3 * d];
        problem.solve(rows, 1);
        for (int f = 0; f < d; f++) {
            double left = RIDGE * rows[d + f];
            double right = 0;
            for (int v = 0; v < count; v++) {
                double score = 0;
                for (int g = 0; g < d; g++) {
                    score += doubles[v * d + g] * rows[d + g];
                }
                double confidence = v >= 5 && v < count - 5 ? confidences[v - 5] : 0;
                left += (WEIGHT + confidence) * score * doubles[v * d + f];
                right += confidence * doubles[v * d + f];
            }
            assertEquals(right, left, 1e-3, "equation " + f + " of " + d);
        }
    }

    @Test
    void aMatrixThatIsNotPositiveLeavesTheRow() {
        LeastSquares problem = new LeastSquares(new PlainProducts(), 9);
        problem.begin(new double[81], 1, 0);
        float[] rows = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        problem.solve(rows, 0);
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, rows);
    }
}
