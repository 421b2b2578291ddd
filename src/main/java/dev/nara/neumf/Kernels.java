package dev.nara.neumf;

import dev.nara.algebra.FactorSteps;

/** The hot loops of scoring and of the optimisers, on arrays. Thread-safe. */
public interface Kernels extends FactorSteps {
    /** to = max(0, from + bias) for {@code count} numbers, a multiple of {@link #LANES}. */
    void addAndRectify(float[] from, int f, float bias, float[] to, int t, int count);

    /**
     * One step of Adam on some rows of an array of parameters, as {@link Optimizer.Update#rows} describes them.
     *
     * @param means the first moments, of the parameters' length
     * @param squares the second moments, of the parameters' length
     */
    void adam(
            float[] parameters,
            float[] means,
            float[] squares,
            int[] rows,
            int first,
            int count,
            int base,
            int width,
            float[] gradient,
            int from,
            int stride,
            AdamRates rates);

    /** parameters -= rate (scale gradient + decay parameters), for {@code count} of both. */
    void descend(
            float[] parameters,
            int offset,
            float[] gradient,
            int from,
            int count,
            float scale,
            float rate,
            float decay);

    /** Does at least that many multiply-adds on a few numbers, adds their sum to {@code to[0]}, and returns how many they were. */
    long multiplyAdds(long many, float[] to);
}
