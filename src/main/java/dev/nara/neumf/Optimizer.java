package dev.nara.neumf;

import java.util.IdentityHashMap;

/**
 * Updates parameters from gradients. Lazy: only the stretches it is given are touched, so a step costs what its batch
 * touches, however large the tables. Weight decay is added to the gradient (L2) of what is touched.
 */
abstract class Optimizer {
    final float learningRate;
    final float weightDecay;

    Optimizer(double learningRate, double weightDecay) {
        this.learningRate = (float) learningRate;
        this.weightDecay = (float) weightDecay;
    }

    /** Begins the next step; call once a batch. */
    abstract void nextStep();

    /**
     * Updates {@code length} parameters from {@code offset} on.
     *
     * @param scale factor on the gradient, such as 1 / batch size for a mean loss
     */
    abstract void update(float[] parameters, int offset, int length, float[] gradient, int from, float scale);

    /** Plain stochastic gradient descent. */
    static final class Sgd extends Optimizer {
        Sgd(double learningRate, double weightDecay) {
            super(learningRate, weightDecay);
        }

        @Override
        void nextStep() {}

        @Override
        void update(float[] parameters, int offset, int length, float[] gradient, int from, float scale) {
            for (int i = 0; i < length; i++) {
                float g = gradient[from + i] * scale + weightDecay * parameters[offset + i];
                parameters[offset + i] -= learningRate * g;
            }
        }
    }

    /** Adam (Kingma and Ba 2015) with beta 0.9 and 0.999, epsilon 1e-8, bias corrected by the count of all steps. */
    static final class Adam extends Optimizer {
        private static final float BETA1 = 0.9f;
        private static final float BETA2 = 0.999f;
        private static final float EPSILON = 1e-8f;

        private final IdentityHashMap<float[], float[][]> moments = new IdentityHashMap<>();
        private double steps;
        private float rate;
        private float root;

        Adam(double learningRate, double weightDecay) {
            super(learningRate, weightDecay);
        }

        @Override
        void nextStep() {
            steps++;
            rate = (float) (learningRate / (1 - Math.pow(BETA1, steps)));
            root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, steps)));
        }

        @Override
        void update(float[] parameters, int offset, int length, float[] gradient, int from, float scale) {
            float[][] both =
                    moments.computeIfAbsent(parameters, p -> new float[][] {new float[p.length], new float[p.length]});
            float[] first = both[0];
            float[] second = both[1];
            for (int i = 0; i < length; i++) {
                int p = offset + i;
                float g = gradient[from + i] * scale + weightDecay * parameters[p];
                float m = BETA1 * first[p] + (1 - BETA1) * g;
                float v = BETA2 * second[p] + (1 - BETA2) * g * g;
                first[p] = m;
                second[p] = v;
                parameters[p] -= rate * m / ((float) Math.sqrt(v) * root + EPSILON);
            }
        }
    }
}
