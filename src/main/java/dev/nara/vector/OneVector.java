package dev.nara.vector;

import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Blocks of a product, one vector wide; arguments are those of {@link Products#sum}. */
final class OneVector {
    private OneVector() {}

    /** Eight rows whose numbers in A lie one after the other. */
    static void eightAlong(
            int inner,
            float[] a,
            int a0,
            int ar,
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
        int a1 = a0 + ar;
        int a2 = a0 + 2 * ar;
        int a3 = a0 + 3 * ar;
        int a4 = a0 + 4 * ar;
        int a5 = a0 + 5 * ar;
        int a6 = a0 + 6 * ar;
        int a7 = a0 + 7 * ar;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            int at = q & Products.PLACES;
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(w0, c00);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(w0, c10);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(w0, c20);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(w0, c30);
            x = FloatVector.broadcast(SPECIES, a[a4 + k]);
            c40 = x.fma(w0, c40);
            x = FloatVector.broadcast(SPECIES, a[a5 + k]);
            c50 = x.fma(w0, c50);
            x = FloatVector.broadcast(SPECIES, a[a6 + k]);
            c60 = x.fma(w0, c60);
            x = FloatVector.broadcast(SPECIES, a[a7 + k]);
            c70 = x.fma(w0, c70);
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

    /** Eight rows whose numbers in A lie side by side. */
    static void eightAcross(
            int inner,
            float[] a,
            int a0,
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
            int at = q & Products.PLACES;
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(w0, c00);
            x = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = x.fma(w0, c10);
            x = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = x.fma(w0, c20);
            x = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = x.fma(w0, c30);
            x = FloatVector.broadcast(SPECIES, a[p + 4]);
            c40 = x.fma(w0, c40);
            x = FloatVector.broadcast(SPECIES, a[p + 5]);
            c50 = x.fma(w0, c50);
            x = FloatVector.broadcast(SPECIES, a[p + 6]);
            c60 = x.fma(w0, c60);
            x = FloatVector.broadcast(SPECIES, a[p + 7]);
            c70 = x.fma(w0, c70);
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

    /** One row, wherever its numbers in A lie. */
    static void one(
            int inner, float[] a, int a0, int ak, float[] b, int b0, int bs, float[] s, int s0, float[] c, int c0) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, s, s0);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, q);
            c00 = FloatVector.broadcast(SPECIES, a[p]).fma(w0, c00);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
    }
}
