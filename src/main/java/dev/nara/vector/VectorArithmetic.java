package dev.nara.vector;

import dev.nara.neumf.Arithmetic;

/** Scoring's loops on vector registers. */
final class VectorArithmetic implements Arithmetic {
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
        Products.add(rows, inner, columns, a, a0, ar, 1, b, b0, bs, c, c0, cs);
    }

    @Override
    public void addAndRectify(float[] from, int f, float bias, float[] to, int t, int count) {
        Lanes.addAndRectify(from, f, bias, to, t, count);
    }
}
