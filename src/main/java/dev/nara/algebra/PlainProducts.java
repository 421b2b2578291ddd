package dev.nara.algebra;

/** Simple loops, which the JIT compiler vectorises where it can. */
public class PlainProducts implements MatrixProducts {
    @Override
    public final void addProduct(
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

    @Override
    public final void addProduct(
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
            int cs) {
        for (int r = 0; r < rows; r++) {
            int to = c0 + r * cs;
            for (int k = 0; k < inner; k++) {
                double factor = a[a0 + r * ar + k * ak];
                int from = b0 + k * bs;
                for (int j = 0; j < columns; j++) {
                    c[to + j] += factor * b[from + j];
                }
            }
        }
    }

    @Override
    public final float dot(float[] a, int a0, float[] b, int b0, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[a0 + i] * b[b0 + i];
        }
        return sum;
    }

    @Override
    public final void addScaled(float factor, float[] from, int f, float[] to, int t, int count) {
        for (int i = 0; i < count; i++) {
            to[t + i] += factor * from[f + i];
        }
    }
}
