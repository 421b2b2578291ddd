package dev.nara.algorithm;

/** The sum of binary cross-entropies with logits. The logarithms of many examples are computed as one logarithm of a product. */
public final class LogisticLoss {
    /** Each example at most doubles the product, so that it cannot overflow within this many. */
    private static final int EXAMPLES_A_LOGARITHM = 512;

    private double sum;
    private double product = 1;
    private int factors;

    /** Adds one example and returns the derivative of its loss: sigmoid(logit) - label. */
    public float add(float logit, float label) {
        double small = Math.exp(-Math.abs(logit));
        sum += Math.max(logit, 0) - logit * label;
        product *= 1 + small;
        if (++factors == EXAMPLES_A_LOGARITHM) {
            settle();
        }
        double sigmoid = (logit >= 0 ? 1 : small) / (1 + small);
        return (float) (sigmoid - label);
    }

    private void settle() {
        sum += Math.log(product);
        product = 1;
        factors = 0;
    }

    /** The sum since the last call. */
    public double take() {
        settle();
        double taken = sum;
        sum = 0;
        return taken;
    }
}
