package dev.nara.eval;

import dev.nara.algorithm.HashedRandom;
import java.util.function.IntBinaryOperator;

/**
 * The order of items with equal scores: by a number computed from user and item, lower first, then by index. Evaluations randomise it,
 * identically for all models, so that held-out items neither gain nor lose from ties: a counting rule has many, a model with weights none.
 */
public final class Ties {
    /** By index alone. */
    public static final IntBinaryOperator BY_INDEX = (user, item) -> 0;

    private Ties() {}

    /** A pseudo-random number that orders items of equal score for a user; the order differs from user to user. */
    public static int drawn(int user, int item) {
        return (int) (HashedRandom.mixed(HashedRandom.GOLDEN * (((long) user << 32) + item + 1)) >>> 33);
    }
}
