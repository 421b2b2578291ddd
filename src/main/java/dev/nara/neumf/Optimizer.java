package dev.nara.neumf;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Updates parameters from gradients. Lazy: only the given rows are updated, so that a step's cost depends on its batch, not on the size of
 * the tables. Weight decay is added to the gradient (L2) of the updated rows. Shared by all engines; disjoint rows may be updated by
 * several threads at once.
 */
public abstract class Optimizer {
    private static final int[] ROW_ZERO = {0};

    final Kernels arithmetic;
    private final float weightDecay;
    private float learningRate;
    private long steps;

    private Optimizer(Kernels arithmetic, double learningRate, double weightDecay) {
        this.arithmetic = arithmetic;
        this.learningRate = (float) learningRate;
        this.weightDecay = (float) weightDecay;
    }

    /** Multiplies the learning rate, for decay between epochs. */
    public final void decay(double factor) {
        learningRate = (float) (learningRate * factor);
    }

    /** The learning rate. */
    public final float learningRate() {
        return learningRate;
    }

    /** The weight decay. */
    public final float weightDecay() {
        return weightDecay;
    }

    /** The number of steps begun. */
    public final long steps() {
        return steps;
    }

    /** Begins the next step; call once per batch. */
    public final void nextStep() {
        steps++;
        stepped();
    }

    /** Prepares what depends on the number of steps. */
    void stepped() {}

    /** Continues from another optimiser after that many steps. */
    final void resume(long stepsBefore, float rate) {
        steps = stepsBefore;
        learningRate = rate;
    }

    /** The state for an array of parameters, arrays of the same length; to be stored, or filled when resuming. */
    public abstract List<float[]> memory(float[] parameters);

    /**
     * Records parameters before a step; the result returns, after the step, the norm of its gradient as given to the optimiser, weight
     * decay included.
     */
    abstract DoubleSupplier watchGradient(float[] parameters);

    /** Prepares to update an array of parameters; the same array keeps its state. Not thread-safe. */
    public abstract Update of(float[] parameters);

    /** Updates one array of parameters. */
    @FunctionalInterface
    public interface Update {
        /**
         * Updates rows {@code rows[first]} … {@code rows[first + count - 1]}.
         *
         * @param base where row 0 starts in the parameters
         * @param width parameters a row
         * @param gradient the rows' gradients, from {@code from} on, {@code stride} apart
         * @param scale factor on the gradient, such as 1 / batch size for a mean loss
         */
        void rows(
                int[] rows,
                int first,
                int count,
                int base,
                int width,
                float[] gradient,
                int from,
                int stride,
                float scale);

        /** Updates {@code length} parameters from {@code offset} on. */
        default void at(int offset, int length, float[] gradient, int from, float scale) {
            rows(ROW_ZERO, 0, 1, offset, length, gradient, from, 0, scale);
        }
    }

    /** Plain stochastic gradient descent. */
    public static final class Sgd extends Optimizer {
        /** With one learning rate for all parameters. */
        public Sgd(Kernels arithmetic, double learningRate, double weightDecay) {
            super(arithmetic, learningRate, weightDecay);
        }

        @Override
        public List<float[]> memory(float[] parameters) {
            return List.of();
        }

        @Override
        DoubleSupplier watchGradient(float[] parameters) {
            float[] before = parameters.clone();
            return () -> {
                double squares = 0;
                for (int i = 0; i < parameters.length; i++) {
                    double gradient = (before[i] - parameters[i]) / learningRate();
                    squares += gradient * gradient;
                }
                return Math.sqrt(squares);
            };
        }

        @Override
        public Update of(float[] parameters) {
            return (rows, first, count, base, width, gradient, from, stride, scale) -> {
                for (int r = 0; r < count; r++) {
                    int offset = base + rows[first + r] * width;
                    arithmetic.descend(
                            parameters,
                            offset,
                            gradient,
                            from + r * stride,
                            width,
                            scale,
                            learningRate(),
                            weightDecay());
                }
            };
        }
    }

    /** Adam (Kingma and Ba 2015) with bias corrected by the count of all steps. */
    public static final class Adam extends Optimizer {
        private final IdentityHashMap<float[], float[][]> moments = new IdentityHashMap<>();
        private float rate;
        private float root;

        /** With one learning rate for all parameters. */
        public Adam(Kernels arithmetic, double learningRate, double weightDecay) {
            super(arithmetic, learningRate, weightDecay);
        }

        @Override
        void stepped() {
            rate = (float) (learningRate() / (1 - Math.pow(AdamRates.BETA1, (double) steps())));
            root = (float) (1 / Math.sqrt(1 - Math.pow(AdamRates.BETA2, (double) steps())));
        }

        @Override
        public List<float[]> memory(float[] parameters) {
            return List.of(moments(parameters));
        }

        /** The first moment is a running mean of gradients, from which the step's own gradient follows. */
        @Override
        DoubleSupplier watchGradient(float[] parameters) {
            float[] mean = moments(parameters)[0];
            float[] before = mean.clone();
            return () -> {
                double squares = 0;
                for (int i = 0; i < mean.length; i++) {
                    double gradient = (mean[i] - AdamRates.BETA1 * (double) before[i]) / (1 - AdamRates.BETA1);
                    squares += gradient * gradient;
                }
                return Math.sqrt(squares);
            };
        }

        /** First and second moments: each of the parameters' length. */
        private float[][] moments(float[] parameters) {
            return moments.computeIfAbsent(parameters, p -> new float[][] {new float[p.length], new float[p.length]});
        }

        @Override
        public Update of(float[] parameters) {
            float[][] both = moments(parameters);
            return (rows, first, count, base, width, gradient, from, stride, scale) -> arithmetic.adam(
                    parameters,
                    both[0],
                    both[1],
                    rows,
                    first,
                    count,
                    base,
                    width,
                    gradient,
                    from,
                    stride,
                    new AdamRates(scale, weightDecay(), rate, root));
        }
    }
}
