package dev.nara.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products in double precision on vector registers: C += A B. Element (r, k) of A is at {@code a0 + r * ar + k * ak}, so A may
 * be read transposed; rows of B and C have the strides {@code bs} and {@code cs}, their columns are contiguous. Blocks of six rows by
 * two vectors of C stay in registers during the inner sum.
 */
final class DoubleProducts {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 6;

    private DoubleProducts() {}

    /** Adds the product of A [rows × inner] and B [inner × columns] to C [rows × columns]. */
    static void add(
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
        int j = 0;
        for (; j + 2 * LANES <= columns; j += 2 * LANES) {
            int r = 0;
            for (; r + ROWS <= rows; r += ROWS) {
                sixByTwo(inner, a, a0 + r * ar, ar, ak, b, b0 + j, bs, c, c0 + r * cs + j, cs);
            }
            if (r + 4 <= rows) {
                fourByTwo(inner, a, a0 + r * ar, ar, ak, b, b0 + j, bs, c, c0 + r * cs + j, cs);
                r += 4;
            }
            for (; r < rows; r++) {
                oneByTwo(inner, a, a0 + r * ar, ak, b, b0 + j, bs, c, c0 + r * cs + j);
            }
        }
        lastColumns(rows, inner, columns - j, a, a0, ar, ak, b, b0 + j, bs, c, c0 + j, cs);
    }

    private static void lastColumns(
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
        int j = 0;
        for (; j + LANES <= columns; j += LANES) {
            for (int r = 0; r < rows; r++) {
                oneByOne(inner, a, a0 + r * ar, ak, b, b0 + j, bs, c, c0 + r * cs + j);
            }
        }
        for (; j < columns; j++) {
            for (int r = 0; r < rows; r++) {
                double sum = c[c0 + r * cs + j];
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(a[a0 + r * ar + k * ak], b[b0 + k * bs + j], sum);
                }
                c[c0 + r * cs + j] = sum;
            }
        }
    }

    private static void sixByTwo(
            int inner, double[] a, int a0, int ar, int ak, double[] b, int b0, int bs, double[] c, int c0, int cs) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, c0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, c0 + LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, c0 + cs);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, c0 + cs + LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, c0 + 2 * cs);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, c0 + 2 * cs + LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, c0 + 3 * cs);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, c0 + 3 * cs + LANES);
        DoubleVector c40 = DoubleVector.fromArray(SPECIES, c, c0 + 4 * cs);
        DoubleVector c41 = DoubleVector.fromArray(SPECIES, c, c0 + 4 * cs + LANES);
        DoubleVector c50 = DoubleVector.fromArray(SPECIES, c, c0 + 5 * cs);
        DoubleVector c51 = DoubleVector.fromArray(SPECIES, c, c0 + 5 * cs + LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            DoubleVector left = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector right = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            c01 = x.fma(right, c01);
            x = DoubleVector.broadcast(SPECIES, a[p + ar]);
            c10 = x.fma(left, c10);
            c11 = x.fma(right, c11);
            x = DoubleVector.broadcast(SPECIES, a[p + 2 * ar]);
            c20 = x.fma(left, c20);
            c21 = x.fma(right, c21);
            x = DoubleVector.broadcast(SPECIES, a[p + 3 * ar]);
            c30 = x.fma(left, c30);
            c31 = x.fma(right, c31);
            x = DoubleVector.broadcast(SPECIES, a[p + 4 * ar]);
            c40 = x.fma(left, c40);
            c41 = x.fma(right, c41);
            x = DoubleVector.broadcast(SPECIES, a[p + 5 * ar]);
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
            int inner, double[] a, int a0, int ar, int ak, double[] b, int b0, int bs, double[] c, int c0, int cs) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, c0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, c0 + LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, c0 + cs);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, c0 + cs + LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, c0 + 2 * cs);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, c0 + 2 * cs + LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, c0 + 3 * cs);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, c0 + 3 * cs + LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            DoubleVector left = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector right = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            c01 = x.fma(right, c01);
            x = DoubleVector.broadcast(SPECIES, a[p + ar]);
            c10 = x.fma(left, c10);
            c11 = x.fma(right, c11);
            x = DoubleVector.broadcast(SPECIES, a[p + 2 * ar]);
            c20 = x.fma(left, c20);
            c21 = x.fma(right, c21);
            x = DoubleVector.broadcast(SPECIES, a[p + 3 * ar]);
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
            int inner, double[] a, int a0, int ak, double[] b, int b0, int bs, double[] c, int c0) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, c0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, c0 + LANES);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            DoubleVector left = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector right = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            c01 = x.fma(right, c01);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + LANES);
    }

    private static void oneByOne(
            int inner, double[] a, int a0, int ak, double[] b, int b0, int bs, double[] c, int c0) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, c0);
        int p = a0;
        int q = b0;
        for (int k = 0; k < inner; k++) {
            DoubleVector left = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = x.fma(left, c00);
            p += ak;
            q += bs;
        }
        c00.intoArray(c, c0);
    }
}
