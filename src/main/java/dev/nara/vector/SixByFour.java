package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** A block of a product, six rows by four vectors, whose sums stay in registers where a processor has 32 of them, as with AVX-512. */
final class SixByFour {
    static final int ROWS = 6;
    static final int COLUMNS = 4 * LANES;

    /** Whether there are registers enough; vectors of 16 numbers come with them. */
    static final boolean FITS = LANES == 16;

    private SixByFour() {}

    /** As {@link Products#sum}. */
    static void sum(
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
            FloatVector w0 = FloatVector.fromArray(SPECIES, b, q);
            FloatVector w1 = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector w2 = FloatVector.fromArray(SPECIES, b, q + 2 * LANES);
            FloatVector w3 = FloatVector.fromArray(SPECIES, b, q + 3 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            c03 = x.fma(w3, c03);
            x = FloatVector.broadcast(SPECIES, a[p + ar]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            c12 = x.fma(w2, c12);
            c13 = x.fma(w3, c13);
            x = FloatVector.broadcast(SPECIES, a[p + 2 * ar]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            c22 = x.fma(w2, c22);
            c23 = x.fma(w3, c23);
            x = FloatVector.broadcast(SPECIES, a[p + 3 * ar]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            c32 = x.fma(w2, c32);
            c33 = x.fma(w3, c33);
            x = FloatVector.broadcast(SPECIES, a[p + 4 * ar]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            c42 = x.fma(w2, c42);
            c43 = x.fma(w3, c43);
            x = FloatVector.broadcast(SPECIES, a[p + 5 * ar]);
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
