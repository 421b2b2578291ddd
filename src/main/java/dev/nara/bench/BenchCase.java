package dev.nara.bench;

import dev.nara.neumf.NeuMfSpec;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A model on data of a certain shape; pairs are sampled at random, popular items more often.
 *
 * @param id a, b, …
 * @param positivesPerUser distinct items of each user
 * @param negatives per positive
 * @param together whether a positive shares its batch with its negatives
 * @param batches batch sizes to measure
 */
record BenchCase(
        String id, NeuMfSpec spec, int positivesPerUser, int negatives, boolean together, List<Integer> batches) {

    /** The cases of {@code nara bench}. */
    static List<BenchCase> all() {
        return List.of(
                new BenchCase("a", paper(8, 6040, 3706), 165, 4, false, List.of(256, 1024, 4096, 16384)),
                new BenchCase("b", notebook(), 40, 100, true, List.of(65536)),
                new BenchCase("c", paper(64, 6040, 3706), 165, 4, false, List.of(256, 4096)),
                new BenchCase("d", paper(8, 1_000_000, 100_000), 50, 4, false, List.of(256, 4096)));
    }

    /** The paper's model with this number of predictive factors. */
    private static NeuMfSpec paper(int factors, int users, int items) {
        List<Integer> layers = List.of(4 * factors, 2 * factors, factors);
        return new NeuMfSpec(users, items, factors, 4 * factors, 4 * factors, layers, List.of());
    }

    /** The competition notebook's model, without its two side features, on the service's users and albums. */
    private static NeuMfSpec notebook() {
        return new NeuMfSpec(8311, 39875, 256, 256, 256, List.of(256, 128), List.of());
    }

    /** Random pairs: [users][distinct items, ascending]. */
    int[][] positives() {
        SplittableRandom random = new SplittableRandom(1);
        int[][] positives = new int[spec.users()][];
        for (int u = 0; u < positives.length; u++) {
            TreeSet<Integer> items = new TreeSet<>();
            while (items.size() < positivesPerUser) {
                double share = random.nextDouble();
                items.add((int) (spec.items() * share * share));
            }
            positives[u] = items.stream().mapToInt(i -> i).toArray();
        }
        return positives;
    }

    /** Multiply-adds of the forward pass of one example, as in the paper, without sharing between examples. */
    double forwardWork() {
        double work = spec.outputWidth() + spec.gmf();
        for (int k = 0; k < spec.layers().size(); k++) {
            work += (double) spec.widthBefore(k) * spec.layers().get(k);
        }
        return work;
    }
}
