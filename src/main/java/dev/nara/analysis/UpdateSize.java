package dev.nara.analysis;

/** How far the last step of an epoch moved a part of the model, relative to its weights, beside what is usual. */
public enum UpdateSize {
    /** Far below: hardly anything is learnt. */
    STILL,
    LOW,
    WELL,
    HIGH,
    /** Far above: learning may diverge. */
    WILD;

    /** The usual ratio of a step to the weights, a rule of thumb: about a thousandth, give or take a factor of ten. */
    public static final double LEAST_USUAL = 1e-4;

    public static final double MOST_USUAL = 1e-2;

    /** This many times outside of what is usual is far outside. */
    private static final double FAR = 10;

    /** What a ratio of a step to the weights is. */
    public static UpdateSize of(double ratio) {
        if (ratio > MOST_USUAL) {
            return ratio > FAR * MOST_USUAL ? WILD : HIGH;
        } else if (ratio < LEAST_USUAL) {
            return ratio < LEAST_USUAL / FAR ? STILL : LOW;
        }
        return WELL;
    }
}
