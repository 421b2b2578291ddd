package dev.nara.algorithm;

import java.util.Set;

/** The ids of NeuMF and its halves, for code that needs the default model or joins runs of the halves. */
public final class NeuMfIds {
    /** Both halves together. */
    public static final String NEUMF = "neumf";
    /** Generalised matrix factorisation. */
    public static final String GMF = "gmf";
    /** The multi-layer perceptron. */
    public static final String MLP = "mlp";

    private NeuMfIds() {}

    /** Whether a model can start from the other's weights: the same kind, or one of its halves. */
    public static boolean canBeginWith(String algorithm, String other) {
        return algorithm.equals(other)
                || (algorithm.equals(NEUMF) && Set.of(GMF, MLP).contains(other));
    }
}
