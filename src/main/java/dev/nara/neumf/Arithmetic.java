package dev.nara.neumf;

/** The two loops that scoring spends its time in, on matrices inside arrays. Safe for many threads. */
public interface Arithmetic {
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

    /** In Java that any compiler understands. */
    static Arithmetic plain() {
        return new PlainArithmetic();
    }
}
