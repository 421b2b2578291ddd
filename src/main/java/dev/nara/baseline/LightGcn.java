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
import dev.nara.algorithm.Preset;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SearchRange;
import dev.nara.algorithm.SoftPlus;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.List;
import java.util.Optional;

/**
 * LightGCN (He et al. 2020, <i>LightGCN: Simplifying and Powering Graph Convolution Network for Recommendation</i>): factors are the mean
 * of the embeddings and of their k propagations over the graph of users and items, in which an edge between a user with n items and an item
 * with m users has weight 1 / sqrt(n m). Trained with the BPR loss, L2 regularisation of the embeddings in each batch, and Adam. The whole
 * graph is propagated for every batch, so batches are large.
 */
public final class LightGcn implements Algorithm {
    private final MatrixProducts products;

    /** With this implementation of the optimiser's loops. */
    public LightGcn(MatrixProducts products) {
        this.products = products;
    }

    @Override
    public String id() {
        return "lightgcn";
    }

    @Override
    public boolean ownHistoryCounts() {
        return false;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole("factors", "64", 1, 1024)
                        .searched(SearchRange.ladder("16", "32", "64", "128", "256")),
                new Parameter.Whole("propagations", "3", 0, 16).searched(SearchRange.ladder("1", "2", "3", "4")),
                new Parameter.Whole(Fitting.BATCH_SIZE, "16384", 1, 1 << 20)
                        .searched(SearchRange.ladder("2048", "4096", "8192", "16384", "32768")
                                .onDemand()),
                new Parameter.Real("learning_rate", "0.03", 1e-7, 10).searched(SearchRange.log(0.001, 0.3)),
                new Parameter.Real("weight_decay", "0.0001", 0, 10).searched(SearchRange.zeroOrLog(1e-6, 0.01)),
                new Parameter.Real("initial_deviation", "0.1", 1e-6, 10)
                        .searched(SearchRange.log(0.01, 1).onDemand()));
    }

    /** The one named {@code service} was chosen on a validation part of the synthetic service folder at full scale, split by time. */
    @Override
    public List<Preset> presets() {
        return List.of(Preset.USUAL, Preset.of("service", "learning_rate=0.1"));
    }

    /** The settings. */
    private record Settings(
            int factors,
            int propagations,
            int batchSize,
            float learningRate,
            float weightDecay,
            double initialDeviation) {
        static Settings of(ParameterValues values) {
            return new Settings(
                    values.whole("factors"),
                    values.whole("propagations"),
                    values.whole(Fitting.BATCH_SIZE),
                    (float) values.real("learning_rate"),
                    (float) values.real("weight_decay"),
                    values.real("initial_deviation"));
        }
    }

    @Override
    public Optional<Cost> cost(TrainingInput input, ParameterValues values) {
        Settings settings = Settings.of(values);
        int dimension = settings.factors;
        double pairs = input.train().distinctPairs();
        double batches = Math.ceil(pairs / settings.batchSize);
        // Per batch, forward and backward propagation in both directions; per pair, a positive and a negative.
        double work = dimension * (batches * 4 * settings.propagations * pairs + 2 * pairs);
        return Optional.of(LearntFactors.cost(input, dimension, 0, 8, work));
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) {
        return new Convolution(products, input, Settings.of(values), seed);
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        return Factors.of(products, weights, input.users(), input.items(), Settings.of(values).factors);
    }

    private static final class Convolution extends LearntFactors {
        private static final float BETA1 = 0.9f;
        private static final float BETA2 = 0.999f;
        private static final float EPSILON = 1e-8f;

        private final InteractionGraph graph;
        private final int batchSize;
        private final float rate;
        private final float decay;
        private final long seed;
        private final PositivePairs pairs;
        private final NegativeSampler sampler;
        private final Moments userMoments;
        private final Moments itemMoments;

        /** Adam's two moments of one side. */
        private static final class Moments {
            private final float[] first;
            private final float[] second;

            Moments(int size) {
                first = new float[size];
                second = new float[size];
            }
        }

        Convolution(MatrixProducts products, TrainingInput input, Settings settings, long seed) {
            super(products, input.users(), input.items(), settings.factors, settings.initialDeviation, seed);
            this.seed = seed;
            batchSize = settings.batchSize;
            rate = settings.learningRate;
            decay = settings.weightDecay;
            int[][] itemsOf = input.train().distinctItems();
            graph = new InteractionGraph(itemsOf, input.items(), settings.factors, settings.propagations);
            sampler = new NegativeSampler(input.items(), itemsOf, true);
            pairs = new PositivePairs(itemsOf);
            userMoments = new Moments(users.length);
            itemMoments = new Moments(items.length);
        }

        @Override
        Weights memory() {
            Weights memory = new Weights();
            memory.put("users.first", userMoments.first, users.length);
            memory.put("users.second", userMoments.second, users.length);
            memory.put("items.first", itemMoments.first, items.length);
            memory.put("items.second", itemMoments.second, items.length);
            return memory;
        }

        @Override
        Recommender made() {
            InteractionGraph.Sides mean = graph.propagated(users, items);
            return new Factors(products, dimension, mean.users, mean.items, bias.clone());
        }

        @Override
        double train(int number, EpochProgress progress) {
            long drawSeed = HashedRandom.mixed(seed + number * HashedRandom.GOLDEN);
            Permutation order = new Permutation(pairs.size(), drawSeed);
            int batches = (pairs.size() + batchSize - 1) / batchSize;
            double loss = 0;
            for (int b = 0; b < batches; b++) {
                int from = b * batchSize;
                int to = Math.min(pairs.size(), from + batchSize);
                double batchLoss = step(order, drawSeed, from, to, number * batches + b + 1);
                loss += batchLoss;
                progress.batch(to, pairs.size(), batchLoss / (to - from));
            }
            return loss / Math.max(1, pairs.size());
        }

        private double step(Permutation order, long drawSeed, int from, int to, int steps) {
            InteractionGraph.Sides mean = graph.propagated(users, items);
            InteractionGraph.Sides gradients =
                    new InteractionGraph.Sides(new float[users.length], new float[items.length]);
            InteractionGraph.Sides direct =
                    new InteractionGraph.Sides(new float[users.length], new float[items.length]);
            float each = 1f / (to - from);
            double loss = 0;
            for (int p = from; p < to; p++) {
                int pair = (int) order.at(p);
                int user = pairs.user(pair);
                if (sampler.available(user, 1) > 0) {
                    int negative = sampler.draw(user, drawSeed + pair * 0xD1342543DE82EF95L);
                    loss += prefer(mean, gradients, direct, user, pairs.item(pair), negative, each);
                }
            }
            InteractionGraph.Sides back = graph.propagated(gradients.users, gradients.items);
            adam(users, back.users, direct.users, userMoments, steps);
            adam(items, back.items, direct.items, itemMoments, steps);
            return loss;
        }

        private double prefer(
                InteractionGraph.Sides mean,
                InteractionGraph.Sides gradients,
                InteractionGraph.Sides direct,
                int user,
                int pos,
                int neg,
                float each) {
            int d = dimension;
            int u = user * d;
            int p = pos * d;
            int n = neg * d;
            float difference = 0;
            for (int f = 0; f < d; f++) {
                difference += mean.users[u + f] * (mean.items[p + f] - mean.items[n + f]);
            }
            float slope = (float) (each / (1 + Math.exp(difference)));
            for (int f = 0; f < d; f++) {
                gradients.users[u + f] -= slope * (mean.items[p + f] - mean.items[n + f]);
                gradients.items[p + f] -= slope * mean.users[u + f];
                gradients.items[n + f] += slope * mean.users[u + f];
                direct.users[u + f] += each * decay * users[u + f];
                direct.items[p + f] += each * decay * items[p + f];
                direct.items[n + f] += each * decay * items[n + f];
            }
            return SoftPlus.of(-difference);
        }

        private void adam(float[] parameters, float[] gradient, float[] direct, Moments moments, int steps) {
            float first = (float) (1 - Math.pow(BETA1, steps));
            float second = (float) (1 - Math.pow(BETA2, steps));
            for (int x = 0; x < parameters.length; x++) {
                float g = gradient[x] + direct[x];
                float m = BETA1 * moments.first[x] + (1 - BETA1) * g;
                float v = BETA2 * moments.second[x] + (1 - BETA2) * g * g;
                moments.first[x] = m;
                moments.second[x] = v;
                parameters[x] -= rate * (m / first) / ((float) Math.sqrt(v / second) + EPSILON);
            }
        }
    }
}
