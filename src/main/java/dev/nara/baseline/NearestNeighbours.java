package dev.nara.baseline;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Preset;
import dev.nara.algorithm.Reason;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SearchRange;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nearest neighbours by cosine similarity with shrinkage. Item-based (Sarwar et al. 2001, <i>Item-based Collaborative Filtering
 * Recommendation Algorithms</i>): an item's score is the sum of its similarities to those of its k nearest that the user has. User-based
 * (Resnick et al. 1994, <i>GroupLens</i>): the sum of similarities of those of the user's k nearest who have the item. Neither is divided
 * by the sum of all similarities, which Dacrema et al. 2019 found best for top-N lists.
 */
public final class NearestNeighbours implements Algorithm {
    private final boolean byItems;

    private NearestNeighbours(boolean byItems) {
        this.byItems = byItems;
    }

    /** Item-based. */
    public static NearestNeighbours ofItems() {
        return new NearestNeighbours(true);
    }

    /** User-based. */
    public static NearestNeighbours ofUsers() {
        return new NearestNeighbours(false);
    }

    @Override
    public String id() {
        return byItems ? "item-knn" : "user-knn";
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public boolean scoresUsersIndependently() {
        return byItems;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole("neighbours", "100", 1, 100_000).searched(SearchRange.log(10, 1000)),
                new Parameter.Real("shrinkage", byItems ? "10" : "1", 0, 1_000_000)
                        .searched(SearchRange.zeroOrLog(0.1, 1000)));
    }

    /** The one named {@code service} was chosen on a validation part of the synthetic service folder at full scale, split by time. */
    @Override
    public List<Preset> presets() {
        return byItems ? List.of(Preset.USUAL, Preset.of("service", "neighbours=500", "shrinkage=30")) : List.of();
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) {
        int rows = byItems ? input.items() : input.users();
        int near = values.whole("neighbours");
        double shrinkage = values.real("shrinkage");
        return new Direct((long) rows * near, progress -> {
            int[][] itemsOf = input.train().distinctItems();
            int[][] usersOf = WeightArrays.transposed(itemsOf, input.items());
            Neighbours neighbours =
                    Neighbours.of(byItems ? usersOf : itemsOf, byItems ? itemsOf : usersOf, near, shrinkage, progress);
            return recommender(neighbours, itemsOf, input.items());
        });
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        Neighbours neighbours = Neighbours.of(weights, byItems ? input.items() : input.users());
        return recommender(neighbours, input.train().distinctItems(), input.items());
    }

    private Recommender recommender(Neighbours neighbours, int[][] itemsOf, int items) {
        return byItems ? new ByItems(neighbours, itemsOf, items) : new ByUsers(neighbours, itemsOf, items);
    }

    private static final class ByItems extends WholeRows {
        private final Neighbours neighbours;
        private final Neighbours reversed;
        private final int[][] itemsOf;

        ByItems(Neighbours neighbours, int[][] itemsOf, int items) {
            super(items);
            this.neighbours = neighbours;
            this.reversed = neighbours.reversed();
            this.itemsOf = itemsOf;
        }

        @Override
        void add(int user, float[] out) {
            for (int owned : itemsOf[user]) {
                int[] near = reversed.of(owned);
                float[] similarities = reversed.similarities(owned);
                for (int n = 0; n < near.length; n++) {
                    out[near[n]] += similarities[n];
                }
            }
        }

        @Override
        public List<Reason> why(int user, int item) {
            int[] near = neighbours.of(item);
            return IntStream.range(0, near.length)
                    .filter(n -> Arrays.binarySearch(itemsOf[user], near[n]) >= 0)
                    .mapToObj(n ->
                            new Reason(Reason.Kind.OWN_ITEM, near[n], neighbours.similarities(item)[n]))
                    .toList();
        }

        @Override
        public Weights weights() {
            return neighbours.weights("item").score("sum of the similarities of those neighbours of i that u has");
        }
    }

    private static final class ByUsers extends WholeRows {
        private final Neighbours neighbours;
        private final int[][] itemsOf;

        ByUsers(Neighbours neighbours, int[][] itemsOf, int items) {
            super(items);
            this.neighbours = neighbours;
            this.itemsOf = itemsOf;
        }

        @Override
        void add(int user, float[] out) {
            int[] near = neighbours.of(user);
            float[] similarities = neighbours.similarities(user);
            for (int n = 0; n < near.length; n++) {
                for (int item : itemsOf[near[n]]) {
                    out[item] += similarities[n];
                }
            }
        }

        @Override
        public List<Reason> why(int user, int item) {
            int[] near = neighbours.of(user);
            return IntStream.range(0, near.length)
                    .filter(n -> Arrays.binarySearch(itemsOf[near[n]], item) >= 0)
                    .mapToObj(n -> new Reason(
                            Reason.Kind.NEAR_USER, near[n], neighbours.similarities(user)[n]))
                    .toList();
        }

        @Override
        public Weights weights() {
            return neighbours.weights("user").score("sum of the similarities of those neighbours of u that have i");
        }
    }
}
