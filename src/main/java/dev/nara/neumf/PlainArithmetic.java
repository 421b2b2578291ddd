package dev.nara.neumf;

/** Loops of one index over separate arrays, which the compiler turns into vector instructions by itself. */
final class PlainArithmetic implements Arithmetic {
    @Override
    public void addProduct(
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
            int cs) {
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < inner; k++) {
                addScaled(a[a0 + r * ar + k], b, b0 + k * bs, c, c0 + r * cs, columns);
            }
        }
    }

    private static void addScaled(float factor, float[] from, int f, float[] to, int t, int count) {
        for (int i = 0; i < count; i++) {
            to[t + i] += factor * from[f + i];
        }
    }

    @Override
    public void addAndRectify(float[] from, int f, float bias, float[] to, int t, int count) {
        for (int i = 0; i < count; i++) {
            to[t + i] = Math.max(0, from[f + i] + bias);
        }
    }
}
