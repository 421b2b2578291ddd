package dev.nara.baseline;

import dev.nara.algebra.FactorSteps;
import dev.nara.algorithm.LogisticLoss;
import dev.nara.algorithm.TrainingInput;

/**
 * Steps of Bayesian personalised ranking. An example takes a user and two items: the groups of items are paired in every way, one after
 * the other, group g with g xor x, and each pair of groups is worked on with every group of users.
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

    /** The number of the pair to which a group belongs: of the two the one without the highest bit of the pairing, and without that bit. */
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
