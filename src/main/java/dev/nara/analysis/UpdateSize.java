package dev.nara.analysis;

/** Classifies how far an epoch's last step moved a part of the model, relative to its weights, compared with the usual range. */
public enum UpdateSize {
    /** Far below the usual range: hardly any learning. */
    STILL,
    LOW,
    WELL,
    HIGH,
    /** Far above the usual range: learning may diverge. */
    WILD;

    /** The usual ratio of a step to the weights by rule of thumb: about a thousandth, within a factor of ten. */
    public static final double LEAST_USUAL = 1e-4;

    public static final double MOST_USUAL = 1e-2;

    /** Beyond the usual range by this factor is far outside. */
    private static final double FAR = 10;

    /** The class of a ratio of a step to the weights. */
    public static UpdateSize of(double ratio) {
        if (ratio > MOST_USUAL) {
            return ratio > FAR * MOST_USUAL ? WILD : HIGH;
        } else if (ratio < LEAST_USUAL) {
            return ratio < LEAST_USUAL / FAR ? STILL : LOW;
        }
        return WELL;
    }
}
