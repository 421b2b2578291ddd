package dev.nara.algebra;

/**
 * Products of matrices that lie in arrays, row by row. A number of a product adds its terms in the order of the inner index, whatever
 * the shape of the call. Safe for many threads.
 */
public interface MatrixProducts {
    /** Where a method asks for whole lanes, the count is a multiple of this. */
    int LANES = 16;

    /** The next number of whole lanes. */
    static int padded(int width) {
        return (width + LANES - 1) / LANES * LANES;
    }

    /**
     * C += A B for A [rows × inner], B [inner × columns] and C [rows × columns].
     *
     * @param columns whole {@link #LANES}
     * @param a0 where A starts; its rows are {@code ar} apart, and the numbers of a row side by side
     * @param b0 where B starts; its rows are {@code bs} apart
     * @param c0 where C starts; its rows are {@code cs} apart
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
     * @param ar how far the rows of A are apart
     * @param ak how far the numbers of a row of A are apart
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

    /** The sum of a * b for {@code count} numbers, whole {@link #LANES}; in an order of its own. */
    float dot(float[] a, int a0, float[] b, int b0, int count);

    /** to += factor * from for {@code count} numbers, whole {@link #LANES}. */
    void addScaled(float factor, float[] from, int f, float[] to, int t, int count);

    /**
     * to += the sum of {@code weights[n] * (constant + factor * (v · of)) * v} over the vectors v = {@code rows[n]}: where the sum of their
     * weighted outer products takes a vector, without making it.
     *
     * @param weights [rows]
     * @param vectors [vectors × width]
     * @param width numbers of a vector, whole {@link #LANES}
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
