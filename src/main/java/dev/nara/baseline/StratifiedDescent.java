package dev.nara.baseline;

import dev.nara.algebra.FactorSteps;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.HashedRandom;
import dev.nara.algorithm.LogisticLoss;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.Permutation;
import dev.nara.algorithm.PositivePairs;
import dev.nara.algorithm.TrainingInput;
import java.util.Arrays;

/**
 * Trains factors by stochastic gradient descent over positives in random order, with sampled negatives. Users and items are assigned to new
 * groups for every part of an epoch; blocks of examples with different groups are trained in parallel.
 */
abstract class StratifiedDescent extends LearntFactors {
    /** The number of examples drawn at once. */
    private static final int STRETCH = 1 << 20;

    /** Positives that are adjacent, mostly of one user, and drawn together, so that lookups stay in the cache. */
    private static final int RUN = 32;

    /** The minimum number of examples between two progress reports. */
    private static final int BATCH = 4096;

    final FactorSteps steps;
    final NegativeSampler sampler;
    final PositivePairs pairs;
    private final long seed;
    /** The maximum number of examples per positive. */
    private final int each;

    /** The number of runs of positives per epoch, and per part. */
    private final int runs;

    private final int places;
    private final Strata strata;
    private final LogisticLoss[] losses = new LogisticLoss[Strata.BLOCKS];

    StratifiedDescent(
            FactorSteps steps,
            TrainingInput input,
            int dimension,
            double initialDeviation,
            int rounds,
            int each,
            long seed) {
        super(steps, input.users(), input.items(), dimension, initialDeviation, seed);
        this.steps = steps;
        this.seed = seed;
        this.each = each;
        int[][] itemsOf = input.train().distinctItems();
        sampler = new NegativeSampler(input.items(), itemsOf, true);
        pairs = new PositivePairs(itemsOf);
        runs = runs(pairs.size());
        places = places(runs, each);
        strata = new Strata(rounds, places, RUN * each);
        Arrays.setAll(losses, b -> new LogisticLoss());
    }

    private static int runs(long positives) {
        return (int) ((positives + RUN - 1) / RUN);
    }

    /** How many of that many runs are drawn at once. */
    private static int places(int runs, int each) {
        return Math.min(runs, Math.max(1, STRETCH / RUN / each));
    }

    /** Memory for drawn examples. */
    static long bytes(long positives, int each) {
        return (long) places(runs(positives), each) * RUN * each * Strata.BYTES;
    }

    /** The random state of a part: the order of runs, and the seeds of negatives and groups. */
    record Draw(Permutation order, long seed, long groups) {
        /** The seed of a pair's n-th negative, from 0. */
        long negative(int pair, int n) {
            return seed + pair * 0xD1342543DE82EF95L + n * 0x9FB21C651E98DF25L;
        }

        /** The group of a user, below {@code 1 << bits}. */
        int userGroup(int user, int bits) {
            return (int) (HashedRandom.mixed(groups + user * HashedRandom.GOLDEN) >>> (Long.SIZE - bits));
        }

        /** The group of an item, below {@code 1 << bits}. */
        int itemGroup(int item, int bits) {
            return (int) (HashedRandom.mixed(~groups + item * HashedRandom.GOLDEN) >>> (Long.SIZE - bits));
        }
    }

    private Draw epoch(int number) {
        long drawSeed = HashedRandom.mixed(seed + number * HashedRandom.GOLDEN);
        return new Draw(new Permutation(runs, drawSeed), drawSeed, drawSeed);
    }

    private Draw deal(Draw epoch, int from, int to) {
        Draw draw = new Draw(epoch.order, epoch.seed, HashedRandom.mixed(epoch.seed + from));
        strata.deal(from, to, (first, end, part) -> draw(draw, first, end, part));
        return draw;
    }

    /** The first part of an epoch. */
    Strata dealt(int number) {
        deal(epoch(number), 0, places);
        return strata;
    }

    private void draw(Draw of, int from, int to, Strata.Part into) {
        for (int place = from; place < to; place++) {
            int first = (int) of.order.at(place) * RUN;
            for (int pair = first; pair < Math.min(first + RUN, pairs.size()); pair++) {
                add(of, pair, into);
            }
        }
    }

    /** Adds the examples of a positive; called from several threads. */
    abstract void add(Draw of, int pair, Strata.Part into);

    /** Trains on the examples in this range, and sums their losses; runs in parallel for the blocks of a round. */
    abstract void train(int block, int[] examples, int from, int to, LogisticLoss loss);

    /** Called after each round with the sizes of its blocks. */
    void settle(int[] counts) {}

    @Override
    final double train(int number, EpochProgress progress) {
        Draw epoch = epoch(number);
        Tally tally = new Tally(progress, (long) pairs.size() * each);
        for (int from = 0; from < runs; from += places) {
            int to = Math.min(runs, from + places);
            Draw draw = deal(epoch, from, to);
            int dealt = strata.start(strata.rounds(), 0);
            for (int round = 0; round < strata.rounds(); round++) {
                double loss = round(round, draw);
                int done = strata.start(round + 1, 0);
                double share = (from + (double) (to - from) * done / Math.max(1, dealt)) / runs;
                tally.add(done - strata.start(round, 0), loss, share);
            }
        }
        return tally.mean();
    }

    private double round(int round, Draw draw) {
        int[] examples = strata.examples();
        Strata.each(Strata.BLOCKS, block -> {
            strata.shuffle(round, block, draw.groups);
            int from = Strata.WIDTH * strata.start(round, block);
            train(block, examples, from, Strata.WIDTH * strata.start(round, block + 1), losses[block]);
        });
        int[] counts = new int[Strata.BLOCKS];
        Arrays.setAll(counts, block -> strata.start(round, block + 1) - strata.start(round, block));
        settle(counts);
        double sum = 0;
        for (LogisticLoss loss : losses) {
            sum += loss.take();
        }
        return sum;
    }

    /** Sums an epoch's losses, and reports them. */
    private static final class Tally {
        private final EpochProgress progress;
        private final long total;
        private double loss;
        private long examples;
        private double batchLoss;
        private long batch;

        Tally(EpochProgress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        /** Adds examples with their loss, at this share of the epoch. */
        void add(int count, double sum, double share) {
            loss += sum;
            examples += count;
            batchLoss += sum;
            batch += count;
            if (batch >= BATCH || share == 1) {
                progress.batch((long) (share * total), total, batchLoss / Math.max(1, batch));
                batchLoss = 0;
                batch = 0;
            }
        }

        double mean() {
            return loss / Math.max(1, examples);
        }
    }
}
