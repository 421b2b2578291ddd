package dev.nara.neumf;

import dev.nara.algebra.PlainSteps;

/** Simple loops, which the JIT compiler vectorises where it can. */
public final class PlainKernels extends PlainSteps implements Kernels {
    @Override
    public void addAndRectify(float[] from, int f, float bias, float[] to, int t, int count) {
        for (int i = 0; i < count; i++) {
            to[t + i] = Math.max(0, from[f + i] + bias);
        }
    }

    @Override
    public void adam(
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
            AdamRates rates) {
        for (int r = 0; r < count; r++) {
            int to = base + rows[first + r] * width;
            int at = from + r * stride;
            for (int i = 0; i < width; i++) {
                float g = gradient[at + i] * rates.scale() + rates.decay() * parameters[to + i];
                float m = AdamRates.BETA1 * means[to + i] + (1 - AdamRates.BETA1) * g;
                float v = AdamRates.BETA2 * squares[to + i] + (1 - AdamRates.BETA2) * (g * g);
                means[to + i] = m;
                squares[to + i] = v;
                parameters[to + i] -= rates.rate() * m / ((float) Math.sqrt(v) * rates.root() + AdamRates.EPSILON);
            }
        }
    }

    @Override
    public void descend(
            float[] parameters,
            int offset,
            float[] gradient,
            int from,
            int count,
            float scale,
            float rate,
            float decay) {
        for (int i = 0; i < count; i++) {
            float g = gradient[from + i] * scale + decay * parameters[offset + i];
            parameters[offset + i] -= rate * g;
        }
    }

    @Override
    public long multiplyAdds(long many, float[] to) {
        float sum = 0;
        for (long n = 0; n < many; n++) {
            sum = sum * 0.999f + 0.001f;
        }
        to[0] += sum;
        return many;
    }
}
