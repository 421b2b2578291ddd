package dev.nara.algorithm;

/** What the logistic loss is made of. */
public final class SoftPlus {
    private SoftPlus() {}

    /** log(1 + exp(x)), which does not overflow. */
    public static double of(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
