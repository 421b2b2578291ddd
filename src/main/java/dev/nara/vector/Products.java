package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Matrix products on vector registers: C += A B, or C = S + A B. Element (r, k) of A is at {@code a0 + r * ar + k * ak}, so A may be
 * read transposed; rows of B and C have the strides {@code bs} and {@code cs}, their columns are contiguous and padded
 * to {@link Lanes#LANES}. Blocks of six rows by two vectors of C stay in registers during the inner sum, by four where there are so many. Every
 * number adds its terms in the order of the inner index, whatever the block.
 */
final class Products {
    /** How many examples or rows are computed at once, so that they fit into the cache; a multiple of the six rows of a block. */
    static final int TILE = 48;

    private Products() {}

    /** The next multiple of a vector's length. */
    static int padded(int width) {
        return (width + LANES - 1) / LANES * LANES;
    }

    /** Adds the product of A [rows × inner] and B [inner × columns] to C [rows × columns]. */
    static void add(
            int rows,
            int inner,
            int columns,
            float[] a,
            int a0,
            int ar,
            int ak,
            float[] b,
            int b0,
            int bs,
            float[] c,
            int c0,
            int cs) {
        sum(rows, inner, columns, a, a0, ar, ak, b, b0, bs, c, c0, cs, c, c0, cs);
    }

    /** C = S + A B; rows of S are {@code ss} apart, 0 where one row stands for all. */
    static void sum(
            int rows,
            int inner,
            int columns,
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
        int sixes = rows - rows % SixByFour.ROWS;
        int wide = SixByFour.FITS && sixes > 0 ? columns - columns % SixByFour.COLUMNS : 0;
        for (int j = 0; j < wide; j += SixByFour.COLUMNS) {
            for (int r = 0; r < sixes; r += SixByFour.ROWS) {
                int from = s0 + r * ss + j;
                SixByFour.sum(inner, a, a0 + r * ar, ar, ak, b, b0 + j, bs, s, from, ss, c, c0 + r * cs + j, cs);
            }
        }
        if (wide > 0 && sixes < rows) {
            int at = a0 + sixes * ar;
            narrow(rows - sixes, inner, wide, a, at, ar, ak, b, b0, bs, s, s0 + sixes * ss, ss, c, c0 + sixes * cs, cs);
        }
        if (wide < columns) {
            narrow(rows, inner, columns - wide, a, a0, ar, ak, b, b0 + wide, bs, s, s0 + wide, ss, c, c0 + wide, cs);
        }
    }

    private static void narrow(
            int rows,
            int inner,
            int columns,
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
        int j = 0;
        for (; j + 2 * LANES <= columns; j += 2 * LANES) {
            int r = 0;
            if ((rows & 1) != 0) {
                oneByTwo(inner, a, a0, ak, b, b0 + j, bs, s, s0 + j, c, c0 + j);
                r++;
            }
            while (r < rows) {
                int from = s0 + r * ss + j;
                int place = c0 + r * cs + j;
                int left = rows - r;
                if (left % 6 == 0) {
                    sixByTwo(inner, a, a0 + r * ar, ar, ak, b, b0 + j, bs, s, from, ss, c, place, cs);
                    r += 6;
                } else if (left >= 4) {
                    fourByTwo(inner, a, a0 + r * ar, ar, ak, b, b0 + j, bs, s, from, ss, c, place, cs);
                    r += 4;
                } else {
                    oneByTwo(inner, a, a0 + r * ar, ak, b, b0 + j, bs, s, from, c, place);
                    r++;
                }
            }
        }
        if (j < columns) {
            LastColumns.sum(rows, inner, a, a0, ar, ak, b, b0 + j, bs, s, s0 + j, ss, c, c0 + j, cs);
        }
    }

    private static void sixByTwo(
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
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, q);
            FloatVector right = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            c01 = x.fma(right, c01);
            x = FloatVector.broadcast(SPECIES, a[p + ar]);
            c10 = x.fma(left, c10);
            c11 = x.fma(right, c11);
            x = FloatVector.broadcast(SPECIES, a[p + 2 * ar]);
            c20 = x.fma(left, c20);
            c21 = x.fma(right, c21);
            x = FloatVector.broadcast(SPECIES, a[p + 3 * ar]);
            c30 = x.fma(left, c30);
            c31 = x.fma(right, c31);
            x = FloatVector.broadcast(SPECIES, a[p + 4 * ar]);
            c40 = x.fma(left, c40);
            c41 = x.fma(right, c41);
            x = FloatVector.broadcast(SPECIES, a[p + 5 * ar]);
            c50 = x.fma(left, c50);
            c51 = x.fma(right, c51);
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
    }

    private static void fourByTwo(
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
        FloatVector c10 = FloatVector.fromArray(SPECIES, s, s0 + ss);
        FloatVector c11 = FloatVector.fromArray(SPECIES, s, s0 + ss + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss);
        FloatVector c21 = FloatVector.fromArray(SPECIES, s, s0 + 2 * ss + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss);
        FloatVector c31 = FloatVector.fromArray(SPECIES, s, s0 + 3 * ss + LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, q);
            FloatVector right = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            c01 = x.fma(right, c01);
            x = FloatVector.broadcast(SPECIES, a[p + ar]);
            c10 = x.fma(left, c10);
            c11 = x.fma(right, c11);
            x = FloatVector.broadcast(SPECIES, a[p + 2 * ar]);
            c20 = x.fma(left, c20);
            c21 = x.fma(right, c21);
            x = FloatVector.broadcast(SPECIES, a[p + 3 * ar]);
            c30 = x.fma(left, c30);
            c31 = x.fma(right, c31);
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

    private static void oneByTwo(
            int inner, float[] a, int a0, int ak, float[] b, int b0, int bs, float[] s, int s0, float[] c, int c0) {
        FloatVector c00 = FloatVector.fromArray(SPECIES, s, s0);
        FloatVector c01 = FloatVector.fromArray(SPECIES, s, s0 + LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, q);
            FloatVector right = FloatVector.fromArray(SPECIES, b, q + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            c01 = x.fma(right, c01);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
    }
}
