package dev.nara.eval;

import dev.nara.algorithm.HashedRandom;
import java.util.function.IntBinaryOperator;

/**
 * The order of items of equal score: by a number of user and item, lower first, then by index. Evaluations draw it, the same for all
 * models, so that what is to be found neither wins nor loses ties: a rule that counts has many of them, a model with weights none.
 */
public final class Ties {
    /** By index alone. */
    public static final IntBinaryOperator BY_INDEX = (user, item) -> 0;

    private Ties() {}

    /** The place of an item among those that have the same score for a user: one order in a user, another in the next. */
    public static int drawn(int user, int item) {
        return (int) (HashedRandom.mixed(HashedRandom.GOLDEN * (((long) user << 32) + item + 1)) >>> 33);
    }
}
