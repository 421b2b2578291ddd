package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import dev.nara.algebra.SymmetricInverse;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.EpochProgress;
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
import dev.nara.data.Interactions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * EASE (Steck 2019, <i>Embarrassingly Shallow Autoencoders for Sparse Data</i>): item-item weights B with a zero diagonal that minimise ‖X
 * - XB‖² + lambda ‖B‖², X the binary matrix of users and items. With P = (XᵀX + lambda I)⁻¹ the solution is B_ij = -P_ij / P_jj, and a
 * user's scores are the user's row of XB. Only the most popular items are included; all others score below them, by popularity. Items
 * without users need not be included, because their weights are 0.
 */
public final class Ease implements Algorithm {
    /** The matrix of more items would not fit in a Java array. */
    private static final int MOST = 46_000;

    private static final float BELOW_ALL = -1e6f;
    private static final String OTHERS = "others";

    private final MatrixProducts products;

    /** With this implementation of matrix products. */
    public Ease(MatrixProducts products) {
        this.products = products;
    }

    @Override
    public String id() {
        return "ease";
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Real("lambda", "500", 1e-3, 1e9).searched(SearchRange.log(10, 10_000)),
                new Parameter.Whole("items_at_most", "5000", 2, MOST));
    }

    /** The one named {@code service} was chosen on a validation part of the synthetic service folder at full scale, split by time. */
    @Override
    public List<Preset> presets() {
        return List.of(Preset.USUAL, Preset.of("service", "lambda=200", "items_at_most=8000"));
    }

    /** The settings. */
    private record Settings(double lambda, int itemsAtMost) {
        static Settings of(ParameterValues values) {
            return new Settings(values.real("lambda"), values.whole("items_at_most"));
        }

        /** The number of items included. */
        long size(TrainingInput input) {
            return Math.min(
                    itemsAtMost,
                    Arrays.stream(input.train().viewers()).filter(v -> v > 0).count());
        }
    }

    @Override
    public Optional<Cost> cost(TrainingInput input, ParameterValues values) {
        long n = Settings.of(values).size(input);
        return Optional.of(new Cost(n * n, (Double.BYTES + Float.BYTES) * n * n, (double) n * n * n));
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) {
        Settings settings = Settings.of(values);
        long n = settings.size(input);
        return new Direct(n * n, progress -> learn(products, input, settings, progress));
    }

    private static Recommender learn(
            MatrixProducts products, TrainingInput input, Settings settings, EpochProgress progress) {
        int[][] itemsOf = input.train().distinctItems();
        int[] kept = mostPopular(input.train().viewers(), settings.itemsAtMost);
        int[][] rows = placed(itemsOf, kept, input.items());
        int n = kept.length;
        double[] p = gram(rows, n, settings.lambda);
        SymmetricInverse.invert(products, p, n, done -> progress.batch(done, n, 0));
        double[] diagonal = new double[n];
        Arrays.setAll(diagonal, i -> p[i * n + i]);
        float[] b = new float[n * n];
        IntStream.range(0, n).parallel().forEach(i -> {
            for (int j = 0; j < n; j++) {
                b[i * n + j] = (float) (-p[i * n + j] / diagonal[j]);
            }
            b[i * n + i] = 0;
        });
        return new Weighted(input.train(), kept, b, others(input.train(), settings, kept));
    }

    /** The items with most users, ascending by index; ties go to the lower index. */
    private static int[] mostPopular(int[] viewers, int atMost) {
        return IntStream.range(0, viewers.length)
                .boxed()
                .sorted((x, y) -> viewers[x] != viewers[y] ? viewers[y] - viewers[x] : x - y)
                .filter(i -> viewers[i] > 0)
                .limit(atMost)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
    }

    /** The users' items by their positions among the included ones, ascending; others are dropped. */
    private static int[][] placed(int[][] itemsOf, int[] kept, int items) {
        int[] place = new int[items];
        Arrays.fill(place, -1);
        for (int n = 0; n < kept.length; n++) {
            place[kept[n]] = n;
        }
        return Arrays.stream(itemsOf)
                .map(of ->
                        Arrays.stream(of).map(i -> place[i]).filter(n -> n >= 0).toArray())
                .toArray(int[][]::new);
    }

    /** XᵀX + lambda I, its lower triangle: shape [n * n]. */
    private static double[] gram(int[][] rows, int n, double lambda) {
        double[] gram = new double[n * n];
        int[][] usersOf = WeightArrays.transposed(rows, n);
        IntStream.range(0, n).parallel().forEach(i -> {
            int[] counts = new int[i];
            for (int user : usersOf[i]) {
                int[] of = rows[user];
                for (int k = 0; of[k] < i; k++) {
                    counts[of[k]]++;
                }
            }
            for (int j = 0; j < i; j++) {
                gram[i * n + j] = counts[j];
            }
            gram[i * n + i] = usersOf[i].length + lambda;
        });
        return gram;
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        int[] kept = kept(weights);
        return new Weighted(input.train(), kept, b(weights, kept), others(input.train(), Settings.of(values), kept));
    }

    @Override
    public Recommender restoreSome(TrainingInput some, ParameterValues values, Weights weights) throws DataException {
        int[] kept = kept(weights);
        return new Weighted(some.train(), kept, b(weights, kept), WeightArrays.array(weights, OTHERS, some.items()));
    }

    private static int[] kept(Weights weights) throws DataException {
        float[] kept = WeightArrays.array(weights, "items", 0);
        int[] items = new int[kept.length];
        Arrays.setAll(items, n -> (int) kept[n]);
        return items;
    }

    private static float[] b(Weights weights, int[] kept) throws DataException {
        return WeightArrays.array(weights, "weights", (long) kept.length * kept.length);
    }

    /** The scores of items not included: shape [items]; 0 for included ones. */
    private static float[] others(Interactions train, Settings settings, int[] kept) {
        float[] others = new float[train.items()];
        // Otherwise every item with users is included.
        if (kept.length >= settings.itemsAtMost) {
            int[] viewers = train.viewers();
            for (int i = 0; i < viewers.length; i++) {
                others[i] = BELOW_ALL + viewers[i];
            }
            for (int item : kept) {
                others[item] = 0;
            }
        }
        return others;
    }

    private static final class Weighted extends WholeRows {
        private final int[][] rows;
        private final int[] kept;
        private final float[] b;
        private final float[] others;

        Weighted(Interactions train, int[] kept, float[] b, float[] others) {
            super(train.items());
            this.kept = kept;
            this.b = b;
            this.rows = placed(train.distinctItems(), kept, train.items());
            this.others = others;
        }

        @Override
        void add(int user, float[] out) {
            int n = kept.length;
            float[] sums = n == out.length ? out : new float[n];
            for (int row : rows[user]) {
                int from = row * n;
                for (int j = 0; j < n; j++) {
                    sums[j] += b[from + j];
                }
            }
            if (sums != out) {
                System.arraycopy(others, 0, out, 0, out.length);
                for (int j = 0; j < n; j++) {
                    out[kept[j]] = sums[j];
                }
            }
        }

        /** The weight of each item that the user has; empty for items not included. */
        @Override
        public List<Reason> why(int user, int item) {
            int place = Arrays.binarySearch(kept, item);
            if (place < 0) {
                return List.of(new Reason(Reason.Kind.POPULARITY, 0, others[item]));
            }
            return Arrays.stream(rows[user])
                    .mapToObj(row -> new Reason(Reason.Kind.OWN_ITEM, kept[row], b[row * kept.length + place]))
                    .toList();
        }

        @Override
        public Weights weights() {
            boolean some = false;
            for (float other : others) {
                some |= other != 0;
            }
            float[] items = new float[kept.length];
            for (int n = 0; n < items.length; n++) {
                items[n] = kept[n];
            }
            return new Weights()
                    .put("items", items, kept.length)
                    .put("weights", b, kept.length, kept.length)
                    .axes("items", "place: the item that has this place")
                    .axes("weights", "place of an item that the user has, place of the item that is scored")
                    .score("sum over the distinct items j of u of weights[place of j, place of i], items without a"
                            + " place adding nothing; an item i without a place scores "
                            + (some ? "-1000000 + the number of users who have it" : "0"));
        }

        @Override
        public Weights weightsWithUserState() {
            return weights().put(OTHERS, others, others.length);
        }
    }
}
