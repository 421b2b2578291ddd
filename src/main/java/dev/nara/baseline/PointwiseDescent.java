package dev.nara.baseline;

import dev.nara.algebra.FactorSteps;
import dev.nara.algorithm.LogisticLoss;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import java.util.Arrays;

/** Stochastic gradient steps for the sampled logistic loss: each group of items is combined with every group of users. */
final class PointwiseDescent extends StratifiedDescent {
    private static final int BITS = 3;

    private final float rate;
    private final float decay;
    private final float keep;
    private final int negatives;
    /** The global bias: shape [1]. */
    private final float[] common = new float[1];
    /** The global bias after each block of a round: shape [blocks]. */
    private final float[] commons = new float[Strata.BLOCKS];

    PointwiseDescent(FactorSteps steps, TrainingInput input, DescentSettings settings, long seed) {
        super(steps, input, settings.factors(), settings.initialDeviation(), 1 << BITS, 1 + settings.negatives(), seed);
        rate = settings.learningRate();
        decay = settings.weightDecay();
        keep = 1 - rate * decay;
        negatives = settings.negatives();
    }

    @Override
    public long parameterCount() {
        return super.parameterCount() + bias.length + common.length;
    }

    @Override
    Weights memory() {
        return new Weights().put("common", common, 1);
    }

    @Override
    void add(Draw of, int pair, Strata.Part into) {
        int user = pairs.user(pair);
        int userGroup = of.userGroup(user, BITS);
        add(of, userGroup, user, pairs.item(pair), 1, into);
        int possible = sampler.available(user, negatives);
        for (int n = 1; n <= possible; n++) {
            add(of, userGroup, user, sampler.draw(user, of.negative(pair, n)), 0, into);
        }
    }

    private static void add(Draw of, int userGroup, int user, int item, int label, Strata.Part into) {
        int block = of.itemGroup(item, BITS);
        into.add(block ^ userGroup, block, user, item, label);
    }

    @Override
    void train(int block, int[] examples, int from, int to, LogisticLoss loss) {
        int d = dimension;
        float ofAll = common[0];
        for (int e = from; e < to; e += Strata.WIDTH) {
            int u = examples[e] * d;
            int item = examples[e + 1];
            float score = ofAll + bias[item] + steps.score(users, u, items, item * d, d);
            float step = -rate * loss.add(score, examples[e + 2]);
            ofAll += step;
            bias[item] = keep * bias[item] + step;
            steps.approach(step, keep, users, u, items, item * d, d);
        }
        commons[block] = ofAll;
    }

    /** Sets the global bias to the mean of those of the blocks, weighted by examples. */
    @Override
    void settle(int[] counts) {
        double sum = 0;
        for (int block = 0; block < counts.length; block++) {
            sum += (double) counts[block] * commons[block];
        }
        int all = Arrays.stream(counts).sum();
        if (all > 0) {
            common[0] = (float) (sum / all);
        }
    }
}
