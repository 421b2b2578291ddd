package dev.nara.vector;

/** Binary cross-entropy with logits, added up. The logarithms of many examples are taken as one, of a product. */
final class Loss {
    /** The product grows at most twofold an example. */
    private static final int EXAMPLES_A_LOGARITHM = 512;

    private double sum;
    private double product = 1;
    private int factors;

    /** Adds one example and returns the slope of its loss: sigmoid(logit) - label. */
    float add(float logit, float label) {
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
    double take() {
        settle();
        double taken = sum;
        sum = 0;
        return taken;
    }
}
