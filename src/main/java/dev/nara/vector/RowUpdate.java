package dev.nara.vector;

import static dev.nara.vector.Products.LANES;
import static dev.nara.vector.Products.SPECIES;

import dev.nara.neumf.Optimizer;
import jdk.incubator.vector.FloatVector;

/** The optimisers' formulas on vectors, over the state that all engines share. */
abstract class RowUpdate {
    /**
     * Updates one row after the other of an array of parameters.
     *
     * @param rows which rows: {@code rows[first]} … {@code rows[first + count - 1]}
     * @param base where row 0 starts in the parameters
     * @param width parameters a row
     * @param gradient the rows' gradients, from {@code from} on, {@code stride} apart
     * @param scale a factor on the gradient
     */
    abstract void at(
            int[] rows, int first, int count, int base, int width, float[] gradient, int from, int stride, float scale);

    /** Updates {@code length} parameters from {@code offset} on. */
    final void at(int offset, int length, float[] gradient, int from, float scale) {
        at(ROW_ZERO, 0, 1, offset, length, gradient, from, 0, scale);
    }

    private static final int[] ROW_ZERO = {0};

    /** For one array of parameters. */
    static RowUpdate of(Optimizer optimizer, float[] parameters) {
        return optimizer instanceof Optimizer.Adam adam
                ? new Adam(adam, parameters)
                : new Descent(optimizer, parameters);
    }

    private static final class Descent extends RowUpdate {
        private final Optimizer optimizer;
        private final float[] parameters;

        Descent(Optimizer optimizer, float[] parameters) {
            this.optimizer = optimizer;
            this.parameters = parameters;
        }

        @Override
        void at(
                int[] rows,
                int first,
                int count,
                int base,
                int width,
                float[] gradient,
                int from,
                int stride,
                float scale) {
            float rate = optimizer.learningRate();
            float decay = optimizer.weightDecay();
            int whole = width - width % LANES;
            for (int r = 0; r < count; r++) {
                int to = base + rows[first + r] * width;
                int at = from + r * stride;
                for (int i = 0; i < whole; i += LANES) {
                    FloatVector p = FloatVector.fromArray(SPECIES, parameters, to + i);
                    FloatVector g = FloatVector.fromArray(SPECIES, gradient, at + i)
                            .mul(scale)
                            .add(p.mul(decay));
                    p.sub(g.mul(rate)).intoArray(parameters, to + i);
                }
                for (int i = whole; i < width; i++) {
                    float g = gradient[at + i] * scale + decay * parameters[to + i];
                    parameters[to + i] -= rate * g;
                }
            }
        }
    }

    private static final class Adam extends RowUpdate {
        private static final float BETA1 = Optimizer.Adam.BETA1;
        private static final float BETA2 = Optimizer.Adam.BETA2;
        private static final float EPSILON = Optimizer.Adam.EPSILON;

        private final Optimizer.Adam adam;
        private final float[] parameters;
        private final float[] means;
        private final float[] squares;

        Adam(Optimizer.Adam adam, float[] parameters) {
            this.adam = adam;
            this.parameters = parameters;
            this.means = adam.moments(parameters).first();
            this.squares = adam.moments(parameters).second();
        }

        @Override
        void at(
                int[] rows,
                int first,
                int count,
                int base,
                int width,
                float[] gradient,
                int from,
                int stride,
                float scale) {
            float decay = adam.weightDecay();
            float rate = adam.rate();
            float root = adam.root();
            FloatVector scales = FloatVector.broadcast(SPECIES, scale);
            FloatVector roots = FloatVector.broadcast(SPECIES, root);
            FloatVector epsilons = FloatVector.broadcast(SPECIES, EPSILON);
            int whole = width - width % LANES;
            for (int r = 0; r < count; r++) {
                int to = base + rows[first + r] * width;
                int at = from + r * stride;
                for (int i = 0; i < whole; i += LANES) {
                    FloatVector p = FloatVector.fromArray(SPECIES, parameters, to + i);
                    FloatVector g =
                            FloatVector.fromArray(SPECIES, gradient, at + i).fma(scales, p.mul(decay));
                    FloatVector m = FloatVector.fromArray(SPECIES, means, to + i)
                            .mul(BETA1)
                            .add(g.mul(1 - BETA1));
                    FloatVector v = FloatVector.fromArray(SPECIES, squares, to + i)
                            .mul(BETA2)
                            .add(g.mul(g).mul(1 - BETA2));
                    m.intoArray(means, to + i);
                    v.intoArray(squares, to + i);
                    p.sub(m.mul(rate).div(v.sqrt().fma(roots, epsilons))).intoArray(parameters, to + i);
                }
                for (int i = whole; i < width; i++) {
                    float g = Math.fma(gradient[at + i], scale, decay * parameters[to + i]);
                    float m = BETA1 * means[to + i] + (1 - BETA1) * g;
                    float v = BETA2 * squares[to + i] + (1 - BETA2) * (g * g);
                    means[to + i] = m;
                    squares[to + i] = v;
                    parameters[to + i] -= rate * m / Math.fma((float) Math.sqrt(v), root, EPSILON);
                }
            }
        }
    }
}
