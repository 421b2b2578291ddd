package dev.nara.neumf;

/** The loops that scoring and the optimisers spend their time in, on arrays. Safe for many threads. */
public interface Kernels {
    /**
     * C += A B for A [rows × inner], B [inner × columns] and C [rows × columns].
     *
     * @param columns a multiple of 16
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

    /** to = max(0, from + bias) for {@code count} numbers, a multiple of 16. */
    void addAndRectify(float[] from, int f, float bias, float[] to, int t, int count);

    /**
     * One step of Adam on some rows of an array of parameters, as {@link Optimizer.Update#rows} describes them.
     *
     * @param means the first moments, of the parameters' length
     * @param squares the second moments, of the parameters' length
     */
    void adam(
            float[] parameters,
            float[] means,
            float[] squares,
            int[] rows,
            int first,
            int count,
            int base,
            int width,
            float[] gradient,
            int from,
            int stride,
            AdamRates rates);

    /** parameters -= rate (scale gradient + decay parameters), for {@code count} of both. */
    void descend(
            float[] parameters,
            int offset,
            float[] gradient,
            int from,
            int count,
            float scale,
            float rate,
            float decay);
}
