package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;

/**
 * Matrix products on vector registers: C += A B, or C = S + A B. Element (r, k) of A is at {@code a0 + r * ar + k * ak}, so A may be
 * read transposed; rows of B and C have the strides {@code bs} and {@code cs}, their columns are contiguous and padded
 * to {@link Lanes#LANES}. Blocks of C stay in registers during the inner sum: there are some for an A whose rows are contiguous, and some for
 * one whose columns are, so that Java's compiler knows how its numbers lie. Every number adds its terms in the order of the inner index, whatever
 * the block.
 */
final class Products {
    /** How many examples or rows are computed at once, so that they fit into the cache; a multiple of the six rows of a block. */
    static final int TILE = 48;

    /** Blocks mask places in B by it: what Java's compiler knows to be so small, it adds to without looking for an overflow. */
    static final int PLACES = (1 << 30) - 1;

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

    /** C = S + A B; rows of S are {@code ss} apart, 0 to use one row for all. */
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
        boolean blocks = (ak == 1 || ar == 1) && b.length <= PLACES;
        int j = 0;
        for (; FourVectors.FIT && blocks && j + 4 * LANES <= columns; j += 4 * LANES) {
            four(rows, inner, a, a0, ar, ak, b, b0 + j, bs, s, s0 + j, ss, c, c0 + j, cs);
        }
        for (; j + 2 * LANES <= columns; j += 2 * LANES) {
            two(rows, inner, a, a0, ar, ak, b, b0 + j, bs, s, s0 + j, ss, c, c0 + j, cs, blocks);
        }
        if (j < columns) {
            one(rows, inner, a, a0, ar, ak, b, b0 + j, bs, s, s0 + j, ss, c, c0 + j, cs, blocks);
        }
    }

    private static void four(
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
        while (r < rows) {
            int left = rows - r;
            int at = a0 + r * ar;
            int from = s0 + r * ss;
            int to = c0 + r * cs;
            if (left % 6 == 0 && ak == 1) {
                FourVectors.sixAlong(inner, a, at, ar, b, b0, bs, s, from, ss, c, to, cs);
                r += 6;
            } else if (left % 6 == 0) {
                FourVectors.sixAcross(inner, a, at, ak, b, b0, bs, s, from, ss, c, to, cs);
                r += 6;
            } else {
                // Of rows that are no multiple of six, one or four first.
                int few = (left & 1) != 0 || left == 2 ? 1 : 4;
                two(few, inner, a, at, ar, ak, b, b0, bs, s, from, ss, c, to, cs, true);
                two(
                        few,
                        inner,
                        a,
                        at,
                        ar,
                        ak,
                        b,
                        b0 + 2 * LANES,
                        bs,
                        s,
                        from + 2 * LANES,
                        ss,
                        c,
                        to + 2 * LANES,
                        cs,
                        true);
                r += few;
            }
        }
    }

    private static void two(
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
            int cs,
            boolean blocks) {
        int r = 0;
        while (r < rows) {
            int left = rows - r;
            int at = a0 + r * ar;
            int from = s0 + r * ss;
            int to = c0 + r * cs;
            if (!blocks || left < 4) {
                TwoVectors.one(inner, a, at, ak, b, b0, bs, s, from, c, to);
                r++;
            } else if (ak == 1 && left % 6 != 4 && left >= 6) {
                TwoVectors.sixAlong(inner, a, at, ar, b, b0, bs, s, from, ss, c, to, cs);
                r += 6;
            } else if (FourVectors.FIT && ak != 1 && left >= 8) {
                TwoVectors.eightAcross(inner, a, at, ak, b, b0, bs, s, from, ss, c, to, cs);
                r += 8;
            } else if (ak == 1) {
                TwoVectors.fourAlong(inner, a, at, ar, b, b0, bs, s, from, ss, c, to, cs);
                r += 4;
            } else {
                TwoVectors.fourAcross(inner, a, at, ak, b, b0, bs, s, from, ss, c, to, cs);
                r += 4;
            }
        }
    }

    private static void one(
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
            int cs,
            boolean blocks) {
        int r = 0;
        for (; blocks && r + 8 <= rows; r += 8) {
            if (ak == 1) {
                OneVector.eightAlong(inner, a, a0 + r * ar, ar, b, b0, bs, s, s0 + r * ss, ss, c, c0 + r * cs, cs);
            } else {
                OneVector.eightAcross(inner, a, a0 + r, ak, b, b0, bs, s, s0 + r * ss, ss, c, c0 + r * cs, cs);
            }
        }
        for (; r < rows; r++) {
            OneVector.one(inner, a, a0 + r * ar, ak, b, b0, bs, s, s0 + r * ss, c, c0 + r * cs);
        }
    }
}
