package dev.nara.neumf;

import dev.nara.algorithm.Weights;
import org.jspecify.annotations.Nullable;

/** The mean of the weights after some epochs of one phase (Polyak and Juditsky 1992). */
final class WeightAverage {
    private @Nullable NeuMfWeights mean;
    private int taken;

    /** Adds a copy of the weights to the mean. */
    void take(NeuMfWeights weights) {
        NeuMfWeights moved = mean == null ? weights.copy() : mean;
        taken++;
        moved.moveTowards(weights, 1f / taken);
        mean = moved;
    }

    /** The mean, or the weights themselves if none were added. */
    NeuMfWeights orElse(NeuMfWeights weights) {
        return mean == null ? weights : mean;
    }

    /** Resets the mean. */
    void clear() {
        mean = null;
        taken = 0;
    }

    void putInto(Weights state) {
        state.note("averaged", Integer.toString(taken));
        if (mean != null) {
            state.putAll("average.", mean.toWeights());
        }
    }

    void resume(Weights state, NeuMfSpec spec) {
        taken = Integer.parseInt(state.note("averaged"));
        mean = taken == 0 ? null : NeuMfWeights.of(spec, state.under("average."));
    }
}
