package dev.nara.neumf;

import dev.nara.algorithm.HashedRandom;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Fits the embeddings of one user to a history with everything else fixed (fold-in): the training loss over the history and drawn
 * negatives, plus a Gaussian prior with the mean and variance of trained users in each dimension. Without a history, the result is the
 * mean. Uses Adam with mini-batches; deterministic.
 */
final class FoldIn {
    private static final int STEPS = 120;
    private static final int EXAMPLES_A_STEP = 256;
    private static final int CHUNK = 64;
    private static final double RATE = 0.15;
    private static final long SEED = 42;

    private final NeuMfWeights weights;
    private final NeuMfSpec spec;
    private final FirstLayer firstLayer;
    private final int negatives;
    private final UserMoments moments;
    private final float[] mean;
    private final float[] variance;

    private final IntFunction<float[]> itemParts;

    /**
     * Prepares for fits.
     *
     * @param itemParts an item's share of the first layer, from {@link FirstLayer#ofItem}
     * @param negatives per positive, as in training
     * @param moments of trained users
     */
    FoldIn(
            NeuMfWeights weights,
            FirstLayer firstLayer,
            IntFunction<float[]> itemParts,
            int negatives,
            UserMoments moments) {
        this.weights = weights;
        this.spec = weights.spec();
        this.firstLayer = firstLayer;
        this.itemParts = itemParts;
        this.negatives = Math.max(1, negatives);
        this.moments = moments;
        this.mean = moments.mean();
        this.variance = moments.variance();
    }

    /**
     * The user's GMF row, then its MLP row: [gmf + mlpUser].
     *
     * @param user whose side features apply
     * @param unordered the history: distinct items, in any order
     */
    float[] fit(int user, int[] unordered) {
        int[] history = unordered.clone();
        Arrays.sort(history);
        float[] row = mean.clone();
        if (history.length == 0) {
            return row;
        }
        double[] first = new double[row.length];
        double[] second = new double[row.length];
        // Seeded by user, so that different histories of one user share draws as far as possible.
        SplittableRandom random = new SplittableRandom(HashedRandom.mixed(SEED + moments.draws(user)));
        int positives = Math.min(Math.max(1, EXAMPLES_A_STEP / (1 + negatives)), history.length);
        int[] items = new int[positives * (1 + negatives)];
        double scale = history.length / (double) positives;
        for (int step = 1; step <= STEPS; step++) {
            draw(history, positives, items, random);
            double[] gradient = gradient(user, row, items, positives);
            double rate = RATE * (1 - (step - 1) / (double) STEPS);
            for (int j = 0; j < row.length; j++) {
                double g = scale * gradient[j] + (row[j] - mean[j]) / variance[j];
                first[j] = 0.9 * first[j] + 0.1 * g;
                second[j] = 0.99 * second[j] + 0.01 * g * g;
                double m = first[j] / (1 - Math.pow(0.9, step));
                double v = second[j] / (1 - Math.pow(0.99, step));
                row[j] -= (float) (rate * Math.sqrt(variance[j]) * m / (Math.sqrt(v) + 1e-12));
            }
        }
        return row;
    }

    /** Some items of the history, then their negatives, which are not in it. */
    private void draw(int[] history, int positives, int[] items, SplittableRandom random) {
        for (int p = 0; p < positives; p++) {
            items[p] = positives == history.length ? history[p] : history[random.nextInt(history.length)];
        }
        boolean some = history.length < spec.items();
        for (int e = positives; e < items.length; e++) {
            int item = random.nextInt(spec.items());
            while (some && Arrays.binarySearch(history, item) >= 0) {
                item = random.nextInt(spec.items());
            }
            items[e] = item;
        }
    }

    /** The gradient of the summed log loss with respect to the row; the order of summation does not depend on the number of threads. */
    private double[] gradient(int user, float[] row, int[] items, int positives) {
        float[] gmf = Arrays.copyOf(row, spec.gmf());
        float[] userPart = firstLayer.ofUser(user, Arrays.copyOfRange(row, spec.gmf(), row.length));
        int chunks = (items.length + CHUNK - 1) / CHUNK;
        double[][] parts = new double[chunks][];
        IntStream.range(0, chunks).parallel().forEach(c -> {
            double[] sum = new double[spec.gmf() + userPart.length];
            for (int e = c * CHUNK; e < Math.min(items.length, (c + 1) * CHUNK); e++) {
                add(items[e], e < positives ? 1 : 0, gmf, userPart, itemParts.apply(items[e]), sum);
            }
            parts[c] = sum;
        });
        double[] total = new double[spec.gmf() + userPart.length];
        for (double[] part : parts) {
            for (int j = 0; j < total.length; j++) {
                total[j] += part[j];
            }
        }
        double[] gradient = Arrays.copyOf(total, row.length);
        if (userPart.length > 0) {
            firstLayer.backToUser(total, spec.gmf(), gradient, spec.gmf());
        }
        return gradient;
    }

    /** Adds one example's gradient: with respect to the GMF row, then to the user's share of the first layer. */
    private void add(int item, int label, float[] gmf, float[] userPart, float[] itemPart, double[] sum) {
        float[] dense = weights.dense();
        int output = spec.outputOffset();
        int last = spec.lastWidth();
        double logit = dense[output + spec.outputWidth()];
        int itemRow = item * spec.gmf();
        for (int j = 0; j < gmf.length; j++) {
            logit += dense[output + last + j] * gmf[j] * weights.gmfItem()[itemRow + j];
        }
        float[][] activations = activations(userPart, itemPart);
        for (int o = 0; o < last; o++) {
            logit += dense[output + o] * activations[activations.length - 1][o];
        }
        float error = (float) (1 / (1 + Math.exp(-logit)) - label);
        for (int j = 0; j < gmf.length; j++) {
            sum[j] += error * dense[output + last + j] * weights.gmfItem()[itemRow + j];
        }
        if (last == 0) {
            return;
        }
        float[] above = new float[last];
        for (int o = 0; o < last; o++) {
            above[o] = activations[activations.length - 1][o] > 0 ? error * dense[output + o] : 0;
        }
        for (int k = activations.length - 1; k > 0; k--) {
            float[] below = new float[activations[k - 1].length];
            for (int o = 0; o < above.length; o++) {
                if (above[o] != 0) {
                    int weightRow = spec.weightOffset(k) + o * below.length;
                    for (int i = 0; i < below.length; i++) {
                        below[i] += above[o] * dense[weightRow + i];
                    }
                }
            }
            for (int i = 0; i < below.length; i++) {
                below[i] = activations[k - 1][i] > 0 ? below[i] : 0;
            }
            above = below;
        }
        for (int o = 0; o < above.length; o++) {
            sum[spec.gmf() + o] += above[o];
        }
    }

    /** The output of each hidden layer, after its ReLU. */
    private float[][] activations(float[] userPart, float[] itemPart) {
        float[][] activations = new float[spec.layers().size()][];
        for (int k = 0; k < activations.length; k++) {
            float[] out = new float[spec.layers().get(k)];
            for (int o = 0; o < out.length; o++) {
                float sum = k == 0 ? userPart[o] + itemPart[o] : weights.dense()[spec.biasOffset(k) + o];
                if (k > 0) {
                    int weightRow = spec.weightOffset(k) + o * activations[k - 1].length;
                    for (int i = 0; i < activations[k - 1].length; i++) {
                        sum += weights.dense()[weightRow + i] * activations[k - 1][i];
                    }
                }
                out[o] = Math.max(0, sum);
            }
            activations[k] = out;
        }
        return activations;
    }
}
