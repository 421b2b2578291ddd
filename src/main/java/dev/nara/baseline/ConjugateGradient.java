package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import java.util.Arrays;

/**
 * Improves one row of factors towards the solution of its normal equations by a few steps of conjugate gradient from its current values,
 * without forming the matrix (Takács et al. 2011, <i>Applications of the conjugate gradient method for implicit feedback collaborative
 * filtering</i>). Reused row after row; vectors are padded to a multiple of {@code LANES}.
 */
final class ConjugateGradient {
    /** Steps per row; more gain nothing, because the other side changes in the next half sweep. */
    private static final int STEPS = 3;

    private static final float SOLVED = 1e-20f;

    private final MatrixProducts products;
    private final int width;
    private final float[] gram;
    private final float weight;
    private final float[] x;
    private final float[] residual;
    private final float[] direction;
    private final float[] image;
    private final float[] viaGram;

    /**
     * For the rows of one side.
     *
     * @param gram the other side's Gram matrix: shape [width * width], 0 beyond the dimension
     * @param weight of the Gram matrix
     */
    ConjugateGradient(MatrixProducts products, int width, float[] gram, double weight) {
        this.products = products;
        this.width = width;
        this.gram = gram;
        this.weight = (float) weight;
        x = new float[width];
        residual = new float[width];
        direction = new float[width];
        image = new float[width];
        viaGram = new float[width];
    }

    /**
     * Improves a row.
     *
     * @param vectors of the other side: shape [others * width]
     * @param row its values, replaced: {@code d} numbers from {@code at} on
     */
    void solve(int[] columns, float[] confidences, float[] vectors, float ridge, float[] row, int at, int d) {
        System.arraycopy(row, at, x, 0, d);
        apart(x, ridge);
        for (int f = 0; f < width; f++) {
            residual[f] = -image[f];
        }
        products.addImage(columns, confidences, 1, -1, vectors, width, x, residual);
        System.arraycopy(residual, 0, direction, 0, width);
        float square = products.dot(residual, 0, residual, 0, width);
        for (int step = 0; step < STEPS && square > SOLVED; step++) {
            apart(direction, ridge);
            products.addImage(columns, confidences, 0, 1, vectors, width, direction, image);
            float length = square / products.dot(direction, 0, image, 0, width);
            products.addScaled(length, direction, 0, x, 0, width);
            products.addScaled(-length, image, 0, residual, 0, width);
            float next = products.dot(residual, 0, residual, 0, width);
            float turn = next / square;
            for (int f = 0; f < width; f++) {
                direction[f] = residual[f] + turn * direction[f];
            }
            square = next;
        }
        System.arraycopy(x, 0, row, at, d);
    }

    /** The product of the equations' matrix, without the observed pairs, and a vector. */
    private void apart(float[] of, float ridge) {
        Arrays.fill(viaGram, 0);
        products.addProduct(1, width, width, of, 0, width, gram, 0, width, viaGram, 0, width);
        for (int f = 0; f < width; f++) {
            image[f] = weight * viaGram[f] + ridge * of[f];
        }
    }
}
