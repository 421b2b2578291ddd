package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Blocks of a product, four vectors wide, whose sums stay in registers where a processor has 32 of them, as with AVX-512; arguments are those of {@link Products#sum}. */
final class FourVectors {
    /** Whether there are registers enough; vectors of 16 numbers come with them. */
    static final boolean FIT = LANES == 16;

    private FourVectors() {}

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
        FloatVector c02 = FloatVector.fromArray(SPECIES, s, s0 + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, s, s0 + 3 * LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, s, s0 + ss);
        FloatVector c11 = FloatVector.fromArray(SPECIES, s, s0 + ss + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, s, s0 + ss + 2 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, s, s0 + ss + 3 * LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss);
        FloatVector c21 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + 2 * LANES);
        FloatVector c23 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + 3 * LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss);
        FloatVector c31 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + LANES);
        FloatVector c32 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + 2 * LANES);
        FloatVector c33 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + 3 * LANES);
        FloatVector c40 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss);
        FloatVector c41 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss + LANES);
        FloatVector c42 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss + 2 * LANES);
        FloatVector c43 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss + 3 * LANES);
        FloatVector c50 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss);
        FloatVector c51 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss + LANES);
        FloatVector c52 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss + 2 * LANES);
        FloatVector c53 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss + 3 * LANES);
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
            FloatVector w2 = FloatVector.fromArray(SPECIES, b, at + 2 * LANES);
            FloatVector w3 = FloatVector.fromArray(SPECIES, b, at + 3 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            c03 = x.fma(w3, c03);
            x = FloatVector.broadcast(SPECIES, a[a1 + k]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            c12 = x.fma(w2, c12);
            c13 = x.fma(w3, c13);
            x = FloatVector.broadcast(SPECIES, a[a2 + k]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            c22 = x.fma(w2, c22);
            c23 = x.fma(w3, c23);
            x = FloatVector.broadcast(SPECIES, a[a3 + k]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            c32 = x.fma(w2, c32);
            c33 = x.fma(w3, c33);
            x = FloatVector.broadcast(SPECIES, a[a4 + k]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            c42 = x.fma(w2, c42);
            c43 = x.fma(w3, c43);
            x = FloatVector.broadcast(SPECIES, a[a5 + k]);
            c50 = x.fma(w0, c50);
            c51 = x.fma(w1, c51);
            c52 = x.fma(w2, c52);
            c53 = x.fma(w3, c53);
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c02.intoArray(c, c0 + 2 * LANES);
        c03.intoArray(c, c0 + 3 * LANES);
        c10.intoArray(c, c0 + cs);
        c11.intoArray(c, c0 + cs + LANES);
        c12.intoArray(c, c0 + cs + 2 * LANES);
        c13.intoArray(c, c0 + cs + 3 * LANES);
        c20.intoArray(c, c0 + 2 * cs);
        c21.intoArray(c, c0 + 2 * cs + LANES);
        c22.intoArray(c, c0 + 2 * cs + 2 * LANES);
        c23.intoArray(c, c0 + 2 * cs + 3 * LANES);
        c30.intoArray(c, c0 + 3 * cs);
        c31.intoArray(c, c0 + 3 * cs + LANES);
        c32.intoArray(c, c0 + 3 * cs + 2 * LANES);
        c33.intoArray(c, c0 + 3 * cs + 3 * LANES);
        c40.intoArray(c, c0 + 4 * cs);
        c41.intoArray(c, c0 + 4 * cs + LANES);
        c42.intoArray(c, c0 + 4 * cs + 2 * LANES);
        c43.intoArray(c, c0 + 4 * cs + 3 * LANES);
        c50.intoArray(c, c0 + 5 * cs);
        c51.intoArray(c, c0 + 5 * cs + LANES);
        c52.intoArray(c, c0 + 5 * cs + 2 * LANES);
        c53.intoArray(c, c0 + 5 * cs + 3 * LANES);
    }

    /** Six rows whose numbers in A lie side by side. */
    static void sixAcross(
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
        FloatVector c02 = FloatVector.fromArray(SPECIES, s, s0 + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, s, s0 + 3 * LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, s, s0 + ss);
        FloatVector c11 = FloatVector.fromArray(SPECIES, s, s0 + ss + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, s, s0 + ss + 2 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, s, s0 + ss + 3 * LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss);
        FloatVector c21 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + 2 * LANES);
        FloatVector c23 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + 3 * LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss);
        FloatVector c31 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + LANES);
        FloatVector c32 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + 2 * LANES);
        FloatVector c33 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + 3 * LANES);
        FloatVector c40 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss);
        FloatVector c41 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss + LANES);
        FloatVector c42 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss + 2 * LANES);
        FloatVector c43 = FloatVector.fromArray(SPECIES, s, s0 + 4 * ss + 3 * LANES);
        FloatVector c50 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss);
        FloatVector c51 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss + LANES);
        FloatVector c52 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss + 2 * LANES);
        FloatVector c53 = FloatVector.fromArray(SPECIES, s, s0 + 5 * ss + 3 * LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            int at = q & Products.PLACES;
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, b, at + 2 * LANES);
            FloatVector w3 = FloatVector.fromArray(SPECIES, b, at + 3 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            c03 = x.fma(w3, c03);
            x = FloatVector.broadcast(SPECIES, a[p + 1]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            c12 = x.fma(w2, c12);
            c13 = x.fma(w3, c13);
            x = FloatVector.broadcast(SPECIES, a[p + 2]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            c22 = x.fma(w2, c22);
            c23 = x.fma(w3, c23);
            x = FloatVector.broadcast(SPECIES, a[p + 3]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            c32 = x.fma(w2, c32);
            c33 = x.fma(w3, c33);
            x = FloatVector.broadcast(SPECIES, a[p + 4]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            c42 = x.fma(w2, c42);
            c43 = x.fma(w3, c43);
            x = FloatVector.broadcast(SPECIES, a[p + 5]);
            c50 = x.fma(w0, c50);
            c51 = x.fma(w1, c51);
            c52 = x.fma(w2, c52);
            c53 = x.fma(w3, c53);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
        c02.intoArray(c, c0 + 2 * LANES);
        c03.intoArray(c, c0 + 3 * LANES);
        c10.intoArray(c, c0 + cs);
        c11.intoArray(c, c0 + cs + LANES);
        c12.intoArray(c, c0 + cs + 2 * LANES);
        c13.intoArray(c, c0 + cs + 3 * LANES);
        c20.intoArray(c, c0 + 2 * cs);
        c21.intoArray(c, c0 + 2 * cs + LANES);
        c22.intoArray(c, c0 + 2 * cs + 2 * LANES);
        c23.intoArray(c, c0 + 2 * cs + 3 * LANES);
        c30.intoArray(c, c0 + 3 * cs);
        c31.intoArray(c, c0 + 3 * cs + LANES);
        c32.intoArray(c, c0 + 3 * cs + 2 * LANES);
        c33.intoArray(c, c0 + 3 * cs + 3 * LANES);
        c40.intoArray(c, c0 + 4 * cs);
        c41.intoArray(c, c0 + 4 * cs + LANES);
        c42.intoArray(c, c0 + 4 * cs + 2 * LANES);
        c43.intoArray(c, c0 + 4 * cs + 3 * LANES);
        c50.intoArray(c, c0 + 5 * cs);
        c51.intoArray(c, c0 + 5 * cs + LANES);
        c52.intoArray(c, c0 + 5 * cs + 2 * LANES);
        c53.intoArray(c, c0 + 5 * cs + 3 * LANES);
    }
}
