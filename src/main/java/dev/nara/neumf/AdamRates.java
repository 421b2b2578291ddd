package dev.nara.neumf;

/**
 * The factors of one step of Adam (Kingma and Ba 2015): g = scale gradient + decay p; m = BETA1 m + (1 - BETA1) g; v = BETA2
 * v + (1 - BETA2) g g; p = p - rate m / (root sqrt(v) + EPSILON).
 *
 * @param scale factor for the gradient
 * @param decay weight decay
 * @param rate the learning rate with the first moment's bias corrected
 * @param root what corrects the bias of the second moment's root
 */
public record AdamRates(float scale, float decay, float rate, float root) {
    /** Decay rate of the first moment. */
    public static final float BETA1 = 0.9f;

    /** Decay rate of the second moment. */
    public static final float BETA2 = 0.999f;

    /** Avoids division by zero. */
    public static final float EPSILON = 1e-8f;
}
