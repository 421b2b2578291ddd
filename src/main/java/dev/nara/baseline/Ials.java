package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Preset;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SearchRange;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Implicit alternating least squares (Hu et al. 2008, <i>Collaborative Filtering for Implicit Feedback Datasets</i>) with
 * the regularisation of Rendle et al. 2022 (<i>Revisiting the Performance of iALS on Item Recommendation Benchmarks</i>).
 * It minimises the sum over observed pairs of c (1 - w·h)², plus {@code unobserved_weight} times the sum of (w·h)² over
 * all pairs, plus lambda (n + unobserved_weight m)^nu ‖w‖² for each user of n pairs among m items, and alike for items. The
 * confidence of a pair seen v times is c = 1 + confidence ln v.
 */
public final class Ials implements Algorithm {
    private final MatrixProducts products;
    private final RowFitting rows;

    /** With this implementation of matrix products. */
    public Ials(MatrixProducts products) {
        this(products, RowFitting.here(products));
    }

    /** With rows fitted elsewhere, for instance on a cluster. */
    public Ials(MatrixProducts products, RowFitting rows) {
        this.products = products;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "ials";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole("factors", "64", 1, 1024)
                        .searched(SearchRange.ladder("16", "32", "64", "128", "256")),
                new Parameter.Real("regularisation", "0.005", 0, 1000).searched(SearchRange.log(1e-4, 0.1)),
                new Parameter.Real("frequency_exponent", "1", 0, 2)
                        .searched(SearchRange.linear(0, 1, 0.25).onDemand()),
                new Parameter.Real("unobserved_weight", "0.3", 1e-6, 100).searched(SearchRange.log(0.003, 3)),
                new Parameter.Real("confidence", "0", 0, 1000)
                        .searched(SearchRange.zeroOrLog(0.1, 10).needing(SearchRange.Needs.REPEATS)),
                new Parameter.Real("initial_deviation", "0.1", 1e-6, 10)
                        .searched(SearchRange.log(0.01, 1).onDemand()),
                new Parameter.Choice(
                        "solver",
                        IalsSettings.CHOLESKY,
                        List.of(IalsSettings.CHOLESKY, IalsSettings.CONJUGATE_GRADIENT)));
    }

    /** The one named {@code service} was chosen on a validation part of the synthetic service folder at full scale, split by time. */
    @Override
    public List<Preset> presets() {
        return List.of(
                Preset.USUAL, Preset.of("service", "regularisation=0.003", "unobserved_weight=0.1", "confidence=2"));
    }

    @Override
    public Optional<Cost> cost(TrainingInput input, ParameterValues values) {
        IalsSettings settings = IalsSettings.of(values);
        double d = settings.factors();
        double rows = (double) input.users() + input.items();
        double pairs = input.train().distinctPairs();
        // Work: outer products of each pair from both sides, half of a symmetric matrix each, and a Cholesky
        // factorisation per row;
        // or, with conjugate gradient, four products per pair and side and with a Gram matrix per row.
        double work = settings.exact() ? pairs * d * d + rows * d * d * d / 6 : 16 * pairs * d + 4 * rows * d * d;
        return Optional.of(LearntFactors.cost(input, (int) d, 0, 2, work));
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) {
        return new Alternating(products, rows, input, IalsSettings.of(values), seed);
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        IalsSettings settings = IalsSettings.of(values);
        return Factors.of(products, weights, input.users(), input.items(), settings.factors())
                .with(refit(products, settings));
    }

    /** The users' side alone, each item of a history with weight 1. */
    private static Factors.Refit refit(MatrixProducts products, IalsSettings settings) {
        int dimension = settings.factors();
        return (users, histories, items, factors) -> {
            double[] gram = gram(products, items, dimension);
            HalfSweep sweep = new HalfSweep(settings.exactly(), items, gram);
            IntStream.range(0, users.length).parallel().forEach(n -> sweep.rows(products)
                    .fit(ObservedRows.row(histories[n]), 0, factors, users[n]));
        };
    }

    /** The sum of all outer products, its upper triangle: shape [dimension * dimension]. */
    private static double[] gram(MatrixProducts products, float[] vectors, int dimension) {
        int parts = 16;
        int count = vectors.length / dimension;
        double[][] sums = new double[parts][];
        IntStream.range(0, parts).parallel().forEach(part -> {
            int from = (int) ((long) part * count / parts);
            int to = (int) ((part + 1L) * count / parts);
            sums[part] = LeastSquares.gram(products, vectors, from, to, dimension);
        });
        for (int part = 1; part < parts; part++) {
            for (int x = 0; x < sums[0].length; x++) {
                sums[0][x] += sums[part][x];
            }
        }
        return sums[0];
    }

    private static final class Alternating extends LearntFactors {
        private final ObservedRows ofUsers;
        private final RowFitting.Side userRows;
        private final RowFitting.Side itemRows;
        private final Factors.Refit refit;
        private final IalsSettings settings;

        Alternating(MatrixProducts products, RowFitting rows, TrainingInput input, IalsSettings settings, long seed) {
            super(
                    products,
                    input.users(),
                    input.items(),
                    settings.factors(),
                    settings.initialDeviation() / Math.sqrt(settings.factors()),
                    seed);
            this.settings = settings;
            ofUsers = ObservedRows.ofUsers(input.train(), settings.confidence());
            userRows = rows.side(ofUsers);
            itemRows = rows.side(ofUsers.transposed(input.items()));
            refit = refit(products, settings);
        }

        @Override
        Recommender made() {
            return Factors.copy(products, dimension, users, items, bias).with(refit);
        }

        @Override
        double train(int number, EpochProgress progress) {
            int total = (users.length + items.length) / dimension;
            AtomicInteger done = new AtomicInteger();
            Runnable each = () -> progress.batch(done.incrementAndGet(), total, 0);
            double error = error();
            userRows.fit(new HalfSweep(settings, items, gram(products, items, dimension)), users, each);
            itemRows.fit(new HalfSweep(settings, users, gram(products, users, dimension)), items, each);
            return error;
        }

        /** The mean squared error on observed pairs. */
        private double error() {
            int width = MatrixProducts.padded(dimension);
            double[] errors = new double[ofUsers.size()];
            float[] rows = HalfSweep.padded(users, dimension, width);
            float[] vectors = HalfSweep.padded(items, dimension, width);
            IntStream.range(0, errors.length).parallel().forEach(u -> {
                for (int item : ofUsers.columns(u)) {
                    double miss = 1 - products.dot(rows, u * width, vectors, item * width, width);
                    errors[u] += miss * miss;
                }
            });
            return Arrays.stream(errors).sum() / Math.max(1, ofUsers.pairs());
        }

        @Override
        public void close() {
            userRows.close();
            itemRows.close();
        }
    }
}
