package dev.nara.baseline;

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
import dev.nara.algorithm.SoftPlus;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * LightGCN (He et al. 2020, <i>LightGCN: Simplifying and Powering Graph Convolution Network for Recommendation</i>): factors
 * are the mean of the embeddings and of what k propagations over the graph of users and items make of them, an edge of a
 * user with n items and an item with m users weighing 1 / sqrt(n m). Trained with the loss of BPR, L2 on the embeddings of
 * each batch, and Adam. The whole graph is propagated for every batch, so batches are large.
 */
public final class LightGcn implements Algorithm {
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
                new Parameter.Whole("factors", "64", 1, 1024),
                new Parameter.Whole("propagations", "3", 0, 16),
                new Parameter.Whole("batch_size", "16384", 1, 1 << 20),
                new Parameter.Real("learning_rate", "0.03", 1e-7, 10),
                new Parameter.Real("weight_decay", "0.0001", 0, 10),
                new Parameter.Real("initial_deviation", "0.1", 1e-6, 10));
    }

    @Override
    public List<Tried> searchSpace() {
        return List.of(
                Tried.of("learning_rate", "0.01", "0.03", "0.1"),
                Tried.of("weight_decay", "0.00001", "0.0001", "0.001", "0.01"),
                Tried.of("propagations", "1", "2", "3"));
    }

    /** What can be set, read. */
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
                    values.whole("batch_size"),
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
        // Forward and back, from either side, for each batch; and a positive and a negative of each pair.
        double work = dimension * (batches * 4 * settings.propagations * pairs + 2 * pairs);
        return Optional.of(LearntFactors.cost(input, dimension, 0, 8, work));
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) {
        return new Convolution(input, Settings.of(values), seed);
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        return Factors.of(weights, input.users(), input.items(), Settings.of(values).factors);
    }

    private static final class Convolution extends LearntFactors {
        private static final float BETA1 = 0.9f;
        private static final float BETA2 = 0.999f;
        private static final float EPSILON = 1e-8f;

        private final int[][] itemsOf;
        private final int[][] usersOf;
        private final int propagations;
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

        Convolution(TrainingInput input, Settings settings, long seed) {
            super(input.users(), input.items(), settings.factors, settings.initialDeviation, seed);
            this.seed = seed;
            propagations = settings.propagations;
            batchSize = settings.batchSize;
            rate = settings.learningRate;
            decay = settings.weightDecay;
            itemsOf = input.train().distinctItems();
            usersOf = Shared.transposed(itemsOf, input.items());
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
            Sides mean = propagated(users, items);
            return new Factors(dimension, mean.users, mean.items, bias.clone());
        }

        /** Vectors of all users and of all items. */
        private static final class Sides {
            private final float[] users;
            private final float[] items;

            Sides(float[] users, float[] items) {
                this.users = users;
                this.items = items;
            }
        }

        /** The mean of the vectors and of what each propagation makes of them. Linear and symmetric: its own gradient. */
        private Sides propagated(float[] ofUsers, float[] ofItems) {
            float share = 1f / (propagations + 1);
            float[] userSum = scaled(ofUsers, share);
            float[] itemSum = scaled(ofItems, share);
            float[] fromUsers = ofUsers;
            float[] fromItems = ofItems;
            for (int p = 0; p < propagations; p++) {
                float[] nextUsers = spread(itemsOf, usersOf, fromItems);
                float[] nextItems = spread(usersOf, itemsOf, fromUsers);
                add(userSum, nextUsers, share);
                add(itemSum, nextItems, share);
                fromUsers = nextUsers;
                fromItems = nextItems;
            }
            return new Sides(userSum, itemSum);
        }

        private static float[] scaled(float[] vectors, float factor) {
            float[] scaled = new float[vectors.length];
            add(scaled, vectors, factor);
            return scaled;
        }

        private static void add(float[] to, float[] vectors, float factor) {
            for (int x = 0; x < to.length; x++) {
                to[x] += factor * vectors[x];
            }
        }

        /** What the vectors of one side become on the other: D^-1/2 A D^-1/2, so each side is scaled on its own. */
        private float[] spread(int[][] neighboursOf, int[][] ofNeighbours, float[] vectors) {
            int d = dimension;
            float[] scaled = new float[vectors.length];
            IntStream.range(0, ofNeighbours.length).parallel().forEach(row -> {
                float weight = weight(ofNeighbours[row]);
                for (int x = row * d; x < (row + 1) * d; x++) {
                    scaled[x] = weight * vectors[x];
                }
            });
            float[] out = new float[neighboursOf.length * d];
            IntStream.range(0, neighboursOf.length).parallel().forEach(row -> {
                sumRows(out, row * d, scaled, neighboursOf[row], d);
                float weight = weight(neighboursOf[row]);
                for (int x = row * d; x < (row + 1) * d; x++) {
                    out[x] *= weight;
                }
            });
            return out;
        }

        private static float weight(int[] neighbours) {
            return (float) (1 / Math.sqrt(Math.max(1, neighbours.length)));
        }

        /** Adds up the rows, four at a time, so that the sum is read and written less often. */
        private static void sumRows(float[] out, int to, float[] vectors, int[] rows, int d) {
            int n = 0;
            for (; n + 4 <= rows.length; n += 4) {
                int r0 = rows[n] * d;
                int r1 = rows[n + 1] * d;
                int r2 = rows[n + 2] * d;
                int r3 = rows[n + 3] * d;
                for (int f = 0; f < d; f++) {
                    out[to + f] += vectors[r0 + f] + vectors[r1 + f] + vectors[r2 + f] + vectors[r3 + f];
                }
            }
            for (; n < rows.length; n++) {
                int row = rows[n] * d;
                for (int f = 0; f < d; f++) {
                    out[to + f] += vectors[row + f];
                }
            }
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
            Sides mean = propagated(users, items);
            Sides gradients = new Sides(new float[users.length], new float[items.length]);
            Sides direct = new Sides(new float[users.length], new float[items.length]);
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
            Sides back = propagated(gradients.users, gradients.items);
            adam(users, back.users, direct.users, userMoments, steps);
            adam(items, back.items, direct.items, itemMoments, steps);
            return loss;
        }

        private double prefer(Sides mean, Sides gradients, Sides direct, int user, int pos, int neg, float each) {
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
