package dev.nara.baseline;

import dev.nara.algebra.FactorSteps;
import dev.nara.algorithm.LogisticLoss;
import dev.nara.algorithm.TrainingInput;

/**
 * Stochastic gradient steps for Bayesian personalised ranking. An example has a user and two items, so groups of items are paired in all
 * ways, one after another: group g with g xor x; each pair of groups is combined with every group of users.
 */
final class PairwiseDescent extends StratifiedDescent {
    private static final int USER_BITS = 3;
    private static final int ITEM_BITS = 4;
    private static final int ROUNDS = ((1 << ITEM_BITS) - 1) << USER_BITS;

    private final float rate;
    private final float keep;

    PairwiseDescent(FactorSteps steps, TrainingInput input, DescentSettings settings, long seed) {
        super(steps, input, settings.factors(), settings.initialDeviation(), ROUNDS, 1, seed);
        rate = settings.learningRate();
        keep = 1 - rate * settings.weightDecay();
    }

    @Override
    void add(Draw of, int pair, Strata.Part into) {
        int user = pairs.user(pair);
        if (sampler.available(user, 1) > 0) {
            int positive = pairs.item(pair);
            int negative = sampler.draw(user, of.negative(pair, 0));
            int group = of.itemGroup(positive, ITEM_BITS);
            int pairing = Math.max(1, group ^ of.itemGroup(negative, ITEM_BITS));
            int block = pairOf(group, pairing);
            int round = ((pairing - 1) << USER_BITS) + (block ^ of.userGroup(user, USER_BITS));
            into.add(round, block, user, positive, negative);
        }
    }

    /** The index of a group's pair: the group of the two without the highest bit of x, with that bit removed. */
    private static int pairOf(int group, int pairing) {
        int highest = Integer.highestOneBit(pairing);
        int first = (group & highest) == 0 ? group : group ^ pairing;
        return (first & (highest - 1)) | ((first & -2 * highest) >> 1);
    }

    @Override
    void train(int block, int[] examples, int from, int to, LogisticLoss loss) {
        int d = dimension;
        for (int e = from; e < to; e += Strata.WIDTH) {
            int u = examples[e] * d;
            int p = examples[e + 1] * d;
            int n = examples[e + 2] * d;
            float slope = loss.add(steps.preference(users, u, items, p, n, d), 1);
            steps.prefer(-rate * slope, keep, users, u, items, p, n, d);
        }
    }
}
