package dev.nara.algorithm;

/** The softplus function, of which the logistic loss is made. */
public final class SoftPlus {
    private SoftPlus() {}

    /** log(1 + exp(x)) without overflow. */
    public static double of(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
