package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** Gradient steps on rows of factors; the remainder after whole vectors is processed element by element. */
final class RowSteps {
    /** Each lane's partner in the other half, quarter, … of a vector. */
    private static final VectorShuffle<Float> HALF = partners(LANES / 2);

    private static final VectorShuffle<Float> QUARTER = partners(LANES / 4);
    private static final VectorShuffle<Float> EIGHTH = partners(LANES / 8);
    private static final VectorShuffle<Float> SIXTEENTH = partners(LANES / 16);

    private RowSteps() {}

    private static VectorShuffle<Float> partners(int distance) {
        return VectorShuffle.fromOp(SPECIES, lane -> lane ^ distance);
    }

    static float score(float[] users, int u, float[] items, int i, int count) {
        int whole = count - count % LANES;
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int f = 0; f < whole; f += LANES) {
            sum = FloatVector.fromArray(SPECIES, users, u + f).fma(FloatVector.fromArray(SPECIES, items, i + f), sum);
        }
        float rest = 0;
        for (int f = whole; f < count; f++) {
            rest = Math.fma(users[u + f], items[i + f], rest);
        }
        return total(sum) + rest;
    }

    static float preference(float[] users, int u, float[] items, int p, int n, int count) {
        int whole = count - count % LANES;
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int f = 0; f < whole; f += LANES) {
            FloatVector difference =
                    FloatVector.fromArray(SPECIES, items, p + f).sub(FloatVector.fromArray(SPECIES, items, n + f));
            sum = FloatVector.fromArray(SPECIES, users, u + f).fma(difference, sum);
        }
        float rest = 0;
        for (int f = whole; f < count; f++) {
            rest = Math.fma(users[u + f], items[p + f] - items[n + f], rest);
        }
        return total(sum) + rest;
    }

    static void approach(float step, float keep, float[] users, int u, float[] items, int i, int count) {
        int whole = count - count % LANES;
        FloatVector steps = FloatVector.broadcast(SPECIES, step);
        FloatVector keeps = FloatVector.broadcast(SPECIES, keep);
        for (int f = 0; f < whole; f += LANES) {
            FloatVector ofUser = FloatVector.fromArray(SPECIES, users, u + f);
            FloatVector ofItem = FloatVector.fromArray(SPECIES, items, i + f);
            ofItem.fma(steps, ofUser.mul(keeps)).intoArray(users, u + f);
            ofUser.fma(steps, ofItem.mul(keeps)).intoArray(items, i + f);
        }
        for (int f = whole; f < count; f++) {
            float ofUser = users[u + f];
            float ofItem = items[i + f];
            users[u + f] = Math.fma(ofItem, step, keep * ofUser);
            items[i + f] = Math.fma(ofUser, step, keep * ofItem);
        }
    }

    static void prefer(float step, float keep, float[] users, int u, float[] items, int p, int n, int count) {
        int whole = count - count % LANES;
        FloatVector steps = FloatVector.broadcast(SPECIES, step);
        FloatVector back = FloatVector.broadcast(SPECIES, -step);
        FloatVector keeps = FloatVector.broadcast(SPECIES, keep);
        for (int f = 0; f < whole; f += LANES) {
            FloatVector ofUser = FloatVector.fromArray(SPECIES, users, u + f);
            FloatVector ofPositive = FloatVector.fromArray(SPECIES, items, p + f);
            FloatVector ofNegative = FloatVector.fromArray(SPECIES, items, n + f);
            ofPositive.sub(ofNegative).fma(steps, ofUser.mul(keeps)).intoArray(users, u + f);
            ofUser.fma(steps, ofPositive.mul(keeps)).intoArray(items, p + f);
            ofUser.fma(back, ofNegative.mul(keeps)).intoArray(items, n + f);
        }
        for (int f = whole; f < count; f++) {
            float ofUser = users[u + f];
            float ofPositive = items[p + f];
            float ofNegative = items[n + f];
            users[u + f] = Math.fma(ofPositive - ofNegative, step, keep * ofUser);
            items[p + f] = Math.fma(ofUser, step, keep * ofPositive);
            items[n + f] = Math.fma(ofUser, -step, keep * ofNegative);
        }
    }

    /** The sum of a vector's lanes by halves, in an order that Java's own reduction does not guarantee. */
    private static float total(FloatVector sum) {
        FloatVector half = sum.add(sum.rearrange(HALF));
        FloatVector quarter = half.add(half.rearrange(QUARTER));
        FloatVector eighth = LANES < 8 ? quarter : quarter.add(quarter.rearrange(EIGHTH));
        FloatVector last = LANES < 16 ? eighth : eighth.add(eighth.rearrange(SIXTEENTH));
        return last.lane(0);
    }
}
