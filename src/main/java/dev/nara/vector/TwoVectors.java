package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Blocks of a product, two vectors wide; arguments are those of {@link Products#sum}. */
final class TwoVectors {
    private TwoVectors() {}

    /** Six rows whose numbers in A lie one after the other. */
    static void sixAlong(
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
        FloatVector c01 = FloatVector.fromArray(SPECIES, s, s0 + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, s, s0 + ss);
        FloatVector c11 = FloatVector.fromArray(SPECIES, s, s0 + ss + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss);
        FloatVector c21 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss);
        FloatVector c31 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + LANES);
        FloatVector c40 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss);
        FloatVector c41 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss + LANES);
        FloatVector c50 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss);
        FloatVector c51 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss + LANES);
        int a1 = a0 + ar;
        int a2 = a0 + 2 * ar;
        int a3 = a0 + 3 * ar;
        int a4 = a0 + 4 * ar;
        int a5 = a0 + 5 * ar;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            int at = q & Products.PLACES;
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            x = FloatVector.broadcast(SPECIES, a[a4 + k]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            x = FloatVector.broadcast(SPECIES, a[a5 + k]);
            c50 = x.fma(w0, c50);
            c51 = x.fma(w1, c51);
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c10.intoArray(c, c0 + cs);
        c11.intoArray(c, c0 + cs + LANES);
        c20.intoArray(c, c0 + 2 * cs);
        c21.intoArray(c, c0 + 2 * cs + LANES);
        c30.intoArray(c, c0 + 3 * cs);
        c31.intoArray(c, c0 + 3 * cs + LANES);
        c40.intoArray(c, c0 + 4 * cs);
        c41.intoArray(c, c0 + 4 * cs + LANES);
        c50.intoArray(c, c0 + 5 * cs);
        c51.intoArray(c, c0 + 5 * cs + LANES);
    }

    /** Four rows whose numbers in A lie one after the other. */
    static void fourAlong(
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
        FloatVector c01 = FloatVector.fromArray(SPECIES, s, s0 + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, s, s0 + ss);
        FloatVector c11 = FloatVector.fromArray(SPECIES, s, s0 + ss + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss);
        FloatVector c21 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss);
        FloatVector c31 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + LANES);
        int a1 = a0 + ar;
        int a2 = a0 + 2 * ar;
        int a3 = a0 + 3 * ar;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            int at = q & Products.PLACES;
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c10.intoArray(c, c0 + cs);
        c11.intoArray(c, c0 + cs + LANES);
        c20.intoArray(c, c0 + 2 * cs);
        c21.intoArray(c, c0 + 2 * cs + LANES);
        c30.intoArray(c, c0 + 3 * cs);
        c31.intoArray(c, c0 + 3 * cs + LANES);
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
        FloatVector c01 = FloatVector.fromArray(SPECIES, s, s0 + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, s, s0 + ss);
        FloatVector c11 = FloatVector.fromArray(SPECIES, s, s0 + ss + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss);
        FloatVector c21 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss);
        FloatVector c31 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + LANES);
        FloatVector c40 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss);
        FloatVector c41 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss + LANES);
        FloatVector c50 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss);
        FloatVector c51 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss + LANES);
        FloatVector c60 = FloatVector.fromArray(SPECIES, s, s0 + 6 * ss);
        FloatVector c61 = FloatVector.fromArray(SPECIES, s, s0 + 6 * ss + LANES);
        FloatVector c70 = FloatVector.fromArray(SPECIES, s, s0 + 7 * ss);
        FloatVector c71 = FloatVector.fromArray(SPECIES, s, s0 + 7 * ss + LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            int at = q & Products.PLACES;
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            x = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            x = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            x = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            x = FloatVector.broadcast(SPECIES, a[p + 4]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            x = FloatVector.broadcast(SPECIES, a[p + 5]);
            c50 = x.fma(w0, c50);
            c51 = x.fma(w1, c51);
            x = FloatVector.broadcast(SPECIES, a[p + 6]);
            c60 = x.fma(w0, c60);
            c61 = x.fma(w1, c61);
            x = FloatVector.broadcast(SPECIES, a[p + 7]);
            c70 = x.fma(w0, c70);
            c71 = x.fma(w1, c71);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c10.intoArray(c, c0 + cs);
        c11.intoArray(c, c0 + cs + LANES);
        c20.intoArray(c, c0 + 2 * cs);
        c21.intoArray(c, c0 + 2 * cs + LANES);
        c30.intoArray(c, c0 + 3 * cs);
        c31.intoArray(c, c0 + 3 * cs + LANES);
        c40.intoArray(c, c0 + 4 * cs);
        c41.intoArray(c, c0 + 4 * cs + LANES);
        c50.intoArray(c, c0 + 5 * cs);
        c51.intoArray(c, c0 + 5 * cs + LANES);
        c60.intoArray(c, c0 + 6 * cs);
        c61.intoArray(c, c0 + 6 * cs + LANES);
        c70.intoArray(c, c0 + 7 * cs);
        c71.intoArray(c, c0 + 7 * cs + LANES);
    }

    /** Four rows whose numbers in A lie side by side. */
    static void fourAcross(
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
        FloatVector c01 = FloatVector.fromArray(SPECIES, s, s0 + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, s, s0 + ss);
        FloatVector c11 = FloatVector.fromArray(SPECIES, s, s0 + ss + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss);
        FloatVector c21 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss);
        FloatVector c31 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            int at = q & Products.PLACES;
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            x = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            x = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            x = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c10.intoArray(c, c0 + cs);
        c11.intoArray(c, c0 + cs + LANES);
        c20.intoArray(c, c0 + 2 * cs);
        c21.intoArray(c, c0 + 2 * cs + LANES);
        c30.intoArray(c, c0 + 3 * cs);
        c31.intoArray(c, c0 + 3 * cs + LANES);
    }

    /** One row, wherever its numbers in A lie. */
    static void one(
            int inner, float[] a, int a0, int ak, float[] b, int b0, int bs, float[] s, int s0, float[] c, int c0) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, s, s0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, s, s0 + LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
    }
}
