package dev.nara.neumf;

import java.util.IdentityHashMap;

/**
 * Updates parameters from gradients. Lazy: only the stretches it is given are touched, so a step costs what its batch
 * touches, however large the tables. Weight decay is added to the gradient (L2) of what is touched. All engines share its
 * state; stretches that do not overlap may be updated by several threads at once.
 */
public abstract class Optimizer {
    private float learningRate;
    private final float weightDecay;

    private Optimizer(double learningRate, double weightDecay) {
        this.learningRate = (float) learningRate;
        this.weightDecay = (float) weightDecay;
    }

    /** Multiplies the step size, as between epochs. */
    public final void decay(double factor) {
        learningRate = (float) (learningRate * factor);
    }

    /** The step size. */
    public final float learningRate() {
        return learningRate;
    }

    /** What is added to a gradient for each unit of its parameter. */
    public final float weightDecay() {
        return weightDecay;
    }

    /** Begins the next step; call once a batch. */
    public abstract void nextStep();

    /** Prepares to update an array of parameters; the same array keeps its state. Not safe for many threads. */
    abstract Update of(float[] parameters);

    /** Updates one array of parameters. */
    @FunctionalInterface
    interface Update {
        /**
         * Updates {@code length} parameters from {@code offset} on.
         *
         * @param scale factor on the gradient, such as 1 / batch size for a mean loss
         */
        void at(int offset, int length, float[] gradient, int from, float scale);
    }

    /** Plain stochastic gradient descent. */
    public static final class Sgd extends Optimizer {
        /** With one rate for all parameters. */
        public Sgd(double learningRate, double weightDecay) {
            super(learningRate, weightDecay);
        }

        @Override
        public void nextStep() {}

        @Override
        Update of(float[] parameters) {
            return (offset, length, gradient, from, scale) -> {
                for (int i = 0; i < length; i++) {
                    float g = gradient[from + i] * scale + weightDecay() * parameters[offset + i];
                    parameters[offset + i] -= learningRate() * g;
                }
            };
        }
    }

    /** Adam (Kingma and Ba 2015) with bias corrected by the count of all steps. */
    public static final class Adam extends Optimizer {
        /** Decay of the first moment. */
        public static final float BETA1 = 0.9f;

        /** Decay of the second moment. */
        public static final float BETA2 = 0.999f;

        /** Keeps the root of the second moment from zero. */
        public static final float EPSILON = 1e-8f;

        private final IdentityHashMap<float[], Moments> moments = new IdentityHashMap<>();
        private double steps;
        private float rate;
        private float root;

        /** With one rate for all parameters. */
        public Adam(double learningRate, double weightDecay) {
            super(learningRate, weightDecay);
        }

        /** The two moments of an array of parameters, of its length. */
        public static final class Moments {
            private final float[] first;
            private final float[] second;

            private Moments(int size) {
                first = new float[size];
                second = new float[size];
            }

            /** The decayed mean of the gradients. */
            public float[] first() {
                return first;
            }

            /** The decayed mean of their squares. */
            public float[] second() {
                return second;
            }
        }

        /** The state of an array of parameters, zero at first. Not safe for many threads. */
        public Moments moments(float[] parameters) {
            return moments.computeIfAbsent(parameters, p -> new Moments(p.length));
        }

        @Override
        public void nextStep() {
            steps++;
            rate = (float) (learningRate() / (1 - Math.pow(BETA1, steps)));
            root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, steps)));
        }

        /** The learning rate with the first moment's bias corrected. */
        public float rate() {
            return rate;
        }

        /** What corrects the bias of the second moment's root. */
        public float root() {
            return root;
        }

        @Override
        Update of(float[] parameters) {
            Moments both = moments(parameters);
            return (offset, length, gradient, from, scale) -> {
                for (int i = 0; i < length; i++) {
                    int p = offset + i;
                    float g = gradient[from + i] * scale + weightDecay() * parameters[p];
                    float m = BETA1 * both.first[p] + (1 - BETA1) * g;
                    float v = BETA2 * both.second[p] + (1 - BETA2) * g * g;
                    both.first[p] = m;
                    both.second[p] = v;
                    parameters[p] -= rate * m / ((float) Math.sqrt(v) * root + EPSILON);
                }
            };
        }
    }
}
