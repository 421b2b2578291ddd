package dev.nara.vector;

import static dev.nara.vector.Lanes.LANES;
import static dev.nara.vector.Lanes.SPECIES;

import dev.nara.neumf.AdamRates;
import dev.nara.neumf.Kernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The loops of scoring and optimisers on vector registers. */
final class VectorKernels implements Kernels {
    @Override
    public void addProduct(
            int rows,
            int inner,
            int columns,
            float[] a,
            int a0,
            int ar,
            float[] b,
            int b0,
            int bs,
            float[] c,
            int c0,
            int cs) {
        Products.add(rows, inner, columns, a, a0, ar, 1, b, b0, bs, c, c0, cs);
    }

    @Override
    public void addProduct(
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
        DoubleProducts.add(rows, inner, columns, a, a0, ar, ak, b, b0, bs, c, c0, cs);
    }

    @Override
    public float dot(float[] a, int a0, float[] b, int b0, int count) {
        return Lanes.products(a, a0, b, b0, count).reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void addScaled(float factor, float[] from, int f, float[] to, int t, int count) {
        Lanes.addScaled(factor, from, f, to, t, count);
    }

    @Override
    public void addImage(
            int[] rows,
            float[] weights,
            float constant,
            float factor,
            float[] vectors,
            int width,
            float[] of,
            float[] to) {
        if (width == OuterProducts.WIDTH) {
            OuterProducts.addImage(rows, weights, constant, factor, vectors, of, to);
        } else {
            Kernels.super.addImage(rows, weights, constant, factor, vectors, width, of, to);
        }
    }

    @Override
    public float score(float[] users, int u, float[] items, int i, int count) {
        return RowSteps.score(users, u, items, i, count);
    }

    @Override
    public float preference(float[] users, int u, float[] items, int p, int n, int count) {
        return RowSteps.preference(users, u, items, p, n, count);
    }

    @Override
    public void approach(float step, float keep, float[] users, int u, float[] items, int i, int count) {
        RowSteps.approach(step, keep, users, u, items, i, count);
    }

    @Override
    public void prefer(float step, float keep, float[] users, int u, float[] items, int p, int n, int count) {
        RowSteps.prefer(step, keep, users, u, items, p, n, count);
    }

    @Override
    public void addAndRectify(float[] from, int f, float bias, float[] to, int t, int count) {
        Lanes.addAndRectify(from, f, bias, to, t, count);
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
        FloatVector scales = FloatVector.broadcast(SPECIES, rates.scale());
        FloatVector roots = FloatVector.broadcast(SPECIES, rates.root());
        FloatVector epsilons = FloatVector.broadcast(SPECIES, AdamRates.EPSILON);
        float decay = rates.decay();
        float rate = rates.rate();
        int whole = width - width % LANES;
        for (int r = 0; r < count; r++) {
            int to = base + rows[first + r] * width;
            int at = from + r * stride;
            for (int i = 0; i < whole; i += LANES) {
                FloatVector p = FloatVector.fromArray(SPECIES, parameters, to + i);
                FloatVector g = FloatVector.fromArray(SPECIES, gradient, at + i).fma(scales, p.mul(decay));
                FloatVector m = FloatVector.fromArray(SPECIES, means, to + i)
                        .mul(AdamRates.BETA1)
                        .add(g.mul(1 - AdamRates.BETA1));
                FloatVector v = FloatVector.fromArray(SPECIES, squares, to + i)
                        .mul(AdamRates.BETA2)
                        .add(g.mul(g).mul(1 - AdamRates.BETA2));
                m.intoArray(means, to + i);
                v.intoArray(squares, to + i);
                p.sub(m.mul(rate).div(v.sqrt().fma(roots, epsilons))).intoArray(parameters, to + i);
            }
            for (int i = whole; i < width; i++) {
                float g = Math.fma(gradient[at + i], rates.scale(), decay * parameters[to + i]);
                float m = AdamRates.BETA1 * means[to + i] + (1 - AdamRates.BETA1) * g;
                float v = AdamRates.BETA2 * squares[to + i] + (1 - AdamRates.BETA2) * (g * g);
                means[to + i] = m;
                squares[to + i] = v;
                parameters[to + i] -= rate * m / Math.fma((float) Math.sqrt(v), rates.root(), AdamRates.EPSILON);
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
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector p = FloatVector.fromArray(SPECIES, parameters, offset + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, from + i)
                    .mul(scale)
                    .add(p.mul(decay));
            p.sub(g.mul(rate)).intoArray(parameters, offset + i);
        }
        for (int i = whole; i < count; i++) {
            float g = gradient[from + i] * scale + decay * parameters[offset + i];
            parameters[offset + i] -= rate * g;
        }
    }

    @Override
    public long multiplyAdds(long many, float[] to) {
        return RegisterLoop.run(many, to);
    }
}
