package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** Sums of outer products of rows of four vectors, with the sum kept in registers from row to row. */
final class OuterProducts {
    static final int WIDTH = 4 * LANES;

    private static final VectorShuffle<Float> EIGHT = apart(8);
    private static final VectorShuffle<Float> FOUR = apart(4);
    private static final VectorShuffle<Float> TWO = apart(2);
    private static final VectorShuffle<Float> ONE = apart(1);

    private OuterProducts() {}

    /** Swaps lanes at this distance; unused if a vector is shorter. */
    private static VectorShuffle<Float> apart(int distance) {
        return VectorShuffle.fromOp(SPECIES, lane -> distance < LANES ? lane ^ distance : lane);
    }

    /** As {@link dev.nara.algebra.MatrixProducts#addImage}. */
    static void addImage(
            int[] rows, float[] weights, float constant, float factor, float[] vectors, float[] of, float[] to) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, of, 0);
        FloatVector x1 = FloatVector.fromArray(SPECIES, of, LANES);
        FloatVector x2 = FloatVector.fromArray(SPECIES, of, 2 * LANES);
        FloatVector x3 = FloatVector.fromArray(SPECIES, of, 3 * LANES);
        FloatVector sum0 = FloatVector.fromArray(SPECIES, to, 0);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, to, LANES);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, to, 2 * LANES);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, to, 3 * LANES);
        FloatVector constants = FloatVector.broadcast(SPECIES, constant);
        FloatVector factors = FloatVector.broadcast(SPECIES, factor);
        for (int n = 0; n < rows.length; n++) {
            int from = rows[n] * WIDTH;
            FloatVector v0 = FloatVector.fromArray(SPECIES, vectors, from);
            FloatVector v1 = FloatVector.fromArray(SPECIES, vectors, from + LANES);
            FloatVector v2 = FloatVector.fromArray(SPECIES, vectors, from + 2 * LANES);
            FloatVector v3 = FloatVector.fromArray(SPECIES, vectors, from + 3 * LANES);
            FloatVector along = v0.fma(x0, v1.mul(x1)).add(v2.fma(x2, v3.mul(x3)));
            FloatVector scale = whole(along).fma(factors, constants).mul(weights[n]);
            sum0 = scale.fma(v0, sum0);
            sum1 = scale.fma(v1, sum1);
            sum2 = scale.fma(v2, sum2);
            sum3 = scale.fma(v3, sum3);
        }
        sum0.intoArray(to, 0);
        sum1.intoArray(to, LANES);
        sum2.intoArray(to, 2 * LANES);
        sum3.intoArray(to, 3 * LANES);
    }

    /** The sum of all lanes, in each lane. */
    private static FloatVector whole(FloatVector of) {
        FloatVector sum = of;
        if (LANES > 8) {
            sum = sum.add(sum.rearrange(EIGHT));
        }
        if (LANES > 4) {
            sum = sum.add(sum.rearrange(FOUR));
        }
        if (LANES > 2) {
            sum = sum.add(sum.rearrange(TWO));
        }
        return sum.add(sum.rearrange(ONE));
    }
}
