package dev.nara.algebra;

/**
 * Products of row-major matrices in arrays. Each element adds its terms in the order of the inner index, whatever the shape of the call.
 * Thread-safe.
 */
public interface MatrixProducts {
    /** Counts documented as padded must be multiples of this. */
    int LANES = 16;

    /** The next multiple of {@link #LANES}. */
    static int padded(int width) {
        return (width + LANES - 1) / LANES * LANES;
    }

    /**
     * C += A B for A [rows × inner], B [inner × columns] and C [rows × columns].
     *
     * @param columns a multiple of {@link #LANES}
     * @param a0 offset of A; its rows are {@code ar} apart, and contiguous
     * @param b0 offset of B; its rows are {@code bs} apart
     * @param c0 offset of C; its rows are {@code cs} apart
     */
    void addProduct(
            int rows,
            int inner,
            int columns,
            float[] a,
            int a0,
            int ar,
            float[] b,
            int b0,
            int bs,
            float[] c,
            int c0,
            int cs);

    /**
     * The same in double precision, with any number of columns; A may be read transposed.
     *
     * @param ar distance between the rows of A
     * @param ak distance between the elements of a row of A
     */
    void addProduct(
            int rows,
            int inner,
            int columns,
            double[] a,
            int a0,
            int ar,
            int ak,
            double[] b,
            int b0,
            int bs,
            double[] c,
            int c0,
            int cs);

    /** The dot product of a and b over {@code count} numbers, a multiple of {@link #LANES}; the order of additions is unspecified. */
    float dot(float[] a, int a0, float[] b, int b0, int count);

    /** to += factor * from for {@code count} numbers, a multiple of {@link #LANES}. */
    void addScaled(float factor, float[] from, int f, float[] to, int t, int count);

    /**
     * to += the sum of {@code weights[n] * (constant + factor * (v · of)) * v} over the vectors v = {@code rows[n]}: the product of the sum
     * of their weighted outer products with a vector, without forming that sum.
     *
     * @param weights [rows]
     * @param vectors [vectors × width]
     * @param width of a vector, a multiple of {@link #LANES}
     */
    default void addImage(
            int[] rows,
            float[] weights,
            float constant,
            float factor,
            float[] vectors,
            int width,
            float[] of,
            float[] to) {
        for (int n = 0; n < rows.length; n++) {
            int from = rows[n] * width;
            float along = constant + factor * dot(vectors, from, of, 0, width);
            addScaled(weights[n] * along, vectors, from, to, 0, width);
        }
    }
}
