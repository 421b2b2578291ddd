package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.HashedRandom;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Permutation;
import dev.nara.algorithm.PositivePairs;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SearchRange;
import dev.nara.algorithm.SoftPlus;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Matrix factorisation trained by stochastic gradient descent over positives in random order. {@code bpr} (Rendle et al.
 * 2009, <i>BPR: Bayesian Personalized Ranking from Implicit Feedback</i>) prefers each positive to one drawn negative: loss
 * -ln σ(s⁺ - s⁻). {@code mf} (Rendle et al. 2020, <i>Neural Collaborative Filtering vs. Matrix Factorization
 * Revisited</i>) takes each positive and its drawn negatives alone: binary cross-entropy of σ(s), with a bias an item and
 * one of all.
 */
public final class SampledFactors implements Algorithm {
    private final MatrixProducts products;
    private final boolean pairwise;

    private SampledFactors(MatrixProducts products, boolean pairwise) {
        this.products = products;
        this.pairwise = pairwise;
    }

    /** Bayesian personalised ranking, scoring on this arithmetic. */
    public static SampledFactors bpr(MatrixProducts products) {
        return new SampledFactors(products, true);
    }

    /** Sampled logistic loss, scoring on this arithmetic. */
    public static SampledFactors logistic(MatrixProducts products) {
        return new SampledFactors(products, false);
    }

    @Override
    public String id() {
        return pairwise ? "bpr" : "mf";
    }

    @Override
    public boolean ownHistoryCounts() {
        return false;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                new Parameter.Whole("factors", "64", 1, 1024)
                        .searched(SearchRange.ladder("16", "32", "64", "128", "256")),
                new Parameter.Real("learning_rate", pairwise ? "0.05" : "0.01", 1e-7, 10)
                        .searched(pairwise ? SearchRange.log(0.005, 0.5) : SearchRange.log(0.001, 0.3)),
                new Parameter.Real("weight_decay", "0.005", 0, 10).searched(SearchRange.zeroOrLog(1e-4, 0.1)),
                new Parameter.Real("initial_deviation", "0.1", 1e-6, 10)
                        .searched(SearchRange.log(0.01, 1).onDemand())));
        if (!pairwise) {
            parameters.add(new Parameter.Whole("negatives", "8", 1, 1000).searched(SearchRange.log(2, 64)));
        }
        return List.copyOf(parameters);
    }

    /** What can be set, read. */
    private record Settings(
            int factors, float learningRate, float weightDecay, double initialDeviation, int negatives) {}

    private Settings settings(ParameterValues values) {
        return new Settings(
                values.whole("factors"),
                (float) values.real("learning_rate"),
                (float) values.real("weight_decay"),
                values.real("initial_deviation"),
                pairwise ? 1 : values.whole("negatives"));
    }

    @Override
    public Optional<Cost> cost(TrainingInput input, ParameterValues values) {
        Settings settings = settings(values);
        double examples = (double) input.train().distinctPairs() * (1 + settings.negatives);
        int dimension = settings.factors;
        long biases = pairwise ? 0 : input.items() + 1;
        return Optional.of(LearntFactors.cost(input, dimension, biases, 2, examples * dimension));
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) {
        return new Descent(products, input, settings(values), pairwise, seed);
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        return Factors.of(products, weights, input.users(), input.items(), settings(values).factors);
    }

    private static final class Descent extends LearntFactors {
        private static final int BATCH = 4096;

        private final boolean pairwise;
        private final float rate;
        private final float decay;
        private final int negatives;
        private final PositivePairs pairs;
        private final NegativeSampler sampler;
        private final long seed;
        /** The bias of all: shape [1]. */
        private final float[] common = new float[1];

        Descent(MatrixProducts products, TrainingInput input, Settings settings, boolean pairwise, long seed) {
            super(products, input.users(), input.items(), settings.factors, settings.initialDeviation, seed);
            this.pairwise = pairwise;
            this.seed = seed;
            rate = settings.learningRate;
            decay = settings.weightDecay;
            negatives = settings.negatives;
            int[][] itemsOf = input.train().distinctItems();
            sampler = new NegativeSampler(input.items(), itemsOf, true);
            pairs = new PositivePairs(itemsOf);
        }

        @Override
        public long parameterCount() {
            return super.parameterCount() + (pairwise ? 0 : bias.length + common.length);
        }

        @Override
        Weights memory() {
            return new Weights().put("common", common, 1);
        }

        @Override
        double train(int number, EpochProgress progress) {
            long drawSeed = HashedRandom.mixed(seed + number * HashedRandom.GOLDEN);
            Permutation order = new Permutation(pairs.size(), drawSeed);
            double loss = 0;
            long examples = 0;
            long each = pairwise ? 1 : negatives + 1L;
            for (int p = 0; p < pairs.size(); p++) {
                int pair = (int) order.at(p);
                int user = pairs.user(pair);
                int possible = sampler.available(user, negatives);
                long draw = drawSeed + pair * 0xD1342543DE82EF95L;
                if (pairwise) {
                    loss += possible == 0 ? 0 : prefer(user, pairs.item(pair), sampler.draw(user, draw));
                    examples++;
                } else {
                    loss += learn(user, pairs.item(pair), 1);
                    for (int n = 1; n <= possible; n++) {
                        loss += learn(user, sampler.draw(user, draw + n * 0x9FB21C651E98DF25L), 0);
                    }
                    examples += 1 + possible;
                }
                if ((p + 1) % BATCH == 0) {
                    progress.batch((p + 1) * each, pairs.size() * each, loss / examples);
                }
            }
            double mean = loss / Math.max(1, examples);
            progress.batch(pairs.size() * each, pairs.size() * each, mean);
            return mean;
        }

        /** A step of BPR; the loss before it. */
        private double prefer(int user, int positive, int negative) {
            int d = dimension;
            int u = user * d;
            int p = positive * d;
            int n = negative * d;
            float difference = 0;
            for (int f = 0; f < d; f++) {
                difference += users[u + f] * (items[p + f] - items[n + f]);
            }
            float slope = (float) (1 / (1 + Math.exp(difference)));
            for (int f = 0; f < d; f++) {
                float ofUser = users[u + f];
                float ofPositive = items[p + f];
                float ofNegative = items[n + f];
                users[u + f] += rate * (slope * (ofPositive - ofNegative) - decay * ofUser);
                items[p + f] += rate * (slope * ofUser - decay * ofPositive);
                items[n + f] += rate * (-slope * ofUser - decay * ofNegative);
            }
            return SoftPlus.of(-difference);
        }

        /** A step of sampled logistic loss; the loss before it. */
        private double learn(int user, int item, float label) {
            int d = dimension;
            int u = user * d;
            int i = item * d;
            float score = common[0] + bias[item];
            for (int f = 0; f < d; f++) {
                score += users[u + f] * items[i + f];
            }
            float slope = label - (float) (1 / (1 + Math.exp(-score)));
            common[0] += rate * slope;
            bias[item] += rate * (slope - decay * bias[item]);
            for (int f = 0; f < d; f++) {
                float ofUser = users[u + f];
                float ofItem = items[i + f];
                users[u + f] += rate * (slope * ofItem - decay * ofUser);
                items[i + f] += rate * (slope * ofUser - decay * ofItem);
            }
            return SoftPlus.of(label > 0 ? -score : score);
        }
    }
}
