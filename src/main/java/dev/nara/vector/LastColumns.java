package dev.nara.vector;

import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** One vector of columns of a product, which no block of two is left for. */
final class LastColumns {
    private LastColumns() {}

    /** As {@link Products#sum}. */
    static void sum(
            int rows,
            int inner,
            float[] a,
            int a0,
            int ar,
            int ak,
            float[] b,
            int b0,
            int bs,
            float[] s,
            int s0,
            int ss,
            float[] c,
            int c0,
            int cs) {
        int r = 0;
        for (; r + 8 <= rows; r += 8) {
            eightByOne(inner, a, a0 + r * ar, ar, ak, b, b0, bs, s, s0 + r * ss, ss, c, c0 + r * cs, cs);
        }
        for (; r < rows; r++) {
            oneByOne(inner, a, a0 + r * ar, ak, b, b0, bs, s, s0 + r * ss, c, c0 + r * cs);
        }
    }

    private static void eightByOne(
            int inner,
            float[] a,
            int a0,
            int ar,
            int ak,
            float[] b,
            int b0,
            int bs,
            float[] s,
            int s0,
            int ss,
            float[] c,
            int c0,
            int cs) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, s, s0);
        FloatVector c10 = FloatVector.fromArray(SPECIES, s, s0 + ss);
        FloatVector c20 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss);
        FloatVector c30 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss);
        FloatVector c40 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss);
        FloatVector c50 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss);
        FloatVector c60 = FloatVector.fromArray(SPECIES, s, s0 + 6 * ss);
        FloatVector c70 = FloatVector.fromArray(SPECIES, s, s0 + 7 * ss);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, q);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            x = FloatVector.broadcast(SPECIES, a[p + ar]);
            c10 = x.fma(left, c10);
            x = FloatVector.broadcast(SPECIES, a[p + 2 * ar]);
            c20 = x.fma(left, c20);
            x = FloatVector.broadcast(SPECIES, a[p + 3 * ar]);
            c30 = x.fma(left, c30);
            x = FloatVector.broadcast(SPECIES, a[p + 4 * ar]);
            c40 = x.fma(left, c40);
            x = FloatVector.broadcast(SPECIES, a[p + 5 * ar]);
            c50 = x.fma(left, c50);
            x = FloatVector.broadcast(SPECIES, a[p + 6 * ar]);
            c60 = x.fma(left, c60);
            x = FloatVector.broadcast(SPECIES, a[p + 7 * ar]);
            c70 = x.fma(left, c70);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
        c10.intoArray(c, c0 + cs);
        c20.intoArray(c, c0 + 2 * cs);
        c30.intoArray(c, c0 + 3 * cs);
        c40.intoArray(c, c0 + 4 * cs);
        c50.intoArray(c, c0 + 5 * cs);
        c60.intoArray(c, c0 + 6 * cs);
        c70.intoArray(c, c0 + 7 * cs);
    }

    private static void oneByOne(
            int inner, float[] a, int a0, int ak, float[] b, int b0, int bs, float[] s, int s0, float[] c, int c0) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, s, s0);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, q);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
    }
}
