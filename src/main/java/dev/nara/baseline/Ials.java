package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Cost;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SearchRange;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Implicit alternating least squares (Hu et al. 2008, <i>Collaborative Filtering for Implicit Feedback Datasets</i>) with
 * the regularisation of Rendle et al. 2022 (<i>Revisiting the Performance of iALS on Item Recommendation Benchmarks</i>).
 * It minimises the sum over observed pairs of c (1 - w·h)², plus {@code unobserved_weight} times the sum of (w·h)² over
 * all pairs, plus lambda (n + unobserved_weight m)^nu ‖w‖² for each user of n pairs among m items, and alike for items. The
 * confidence of a pair seen v times is c = 1 + confidence ln v.
 */
public final class Ials implements Algorithm {
    private static final String CHOLESKY = "cholesky";
    private static final String CONJUGATE_GRADIENT = "cg";

    private final MatrixProducts products;

    /** On this arithmetic. */
    public Ials(MatrixProducts products) {
        this.products = products;
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
                new Parameter.Choice("solver", CHOLESKY, List.of(CHOLESKY, CONJUGATE_GRADIENT)));
    }

    /** What can be set, read. */
    private record Settings(
            int factors,
            double regularisation,
            double frequencyExponent,
            double unobservedWeight,
            double confidence,
            double initialDeviation,
            boolean exact) {
        static Settings of(ParameterValues values) {
            return new Settings(
                    values.whole("factors"),
                    values.real("regularisation"),
                    values.real("frequency_exponent"),
                    values.real("unobserved_weight"),
                    values.real("confidence"),
                    values.real("initial_deviation"),
                    values.text("solver").equals(CHOLESKY));
        }

        /** The weight of a row's square: of one that has n pairs, among that many columns. */
        double ridge(int n, int columns) {
            return regularisation * Math.pow(n + unobservedWeight * columns, frequencyExponent);
        }
    }

    @Override
    public Optional<Cost> cost(TrainingInput input, ParameterValues values) {
        Settings settings = Settings.of(values);
        double d = settings.factors;
        double rows = (double) input.users() + input.items();
        double pairs = input.train().distinctPairs();
        // Outer products of each pair from both sides, half of a symmetric matrix each, and a Cholesky factorisation a
        // row;
        // or four products of each pair from both sides and of a Gram matrix a row.
        double work = settings.exact ? pairs * d * d + rows * d * d * d / 6 : 16 * pairs * d + 4 * rows * d * d;
        return Optional.of(LearntFactors.cost(input, (int) d, 0, 2, work));
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) {
        return new Alternating(products, input, Settings.of(values), seed);
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        Settings settings = Settings.of(values);
        return Factors.of(products, weights, input.users(), input.items(), settings.factors)
                .with(refit(products, settings));
    }

    /** The users' least squares alone, each item of a history seen once. */
    private static Factors.Refit refit(MatrixProducts products, Settings settings) {
        int dimension = settings.factors;
        return (users, histories, items, factors) -> {
            int count = items.length / dimension;
            double[] gram = gram(products, items, dimension);
            IntStream.range(0, users.length).parallel().forEach(n -> {
                int[] history = histories[n];
                float[] confidences = new float[history.length];
                Arrays.fill(confidences, 1);
                LeastSquares problem = new LeastSquares(products, dimension);
                problem.begin(gram, settings.unobservedWeight, settings.ridge(history.length, count));
                problem.observe(history, confidences, items);
                problem.solve(factors, users[n]);
            });
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

    /** Observed pairs of one side: for each row its columns and their confidences. */
    private static final class Side {
        private final int[][] columns;
        private final float[][] confidences;

        Side(int[][] columns, float[][] confidences) {
            this.columns = columns;
            this.confidences = confidences;
        }

        static Side ofUsers(Interactions train, double confidence) {
            int[][] items = train.distinctItems();
            float[][] confidences = new float[items.length][];
            int[] views = new int[train.items()];
            for (int u = 0; u < items.length; u++) {
                for (int r = train.start(u); r < train.end(u); r++) {
                    views[train.item(r)]++;
                }
                confidences[u] = new float[items[u].length];
                for (int n = 0; n < items[u].length; n++) {
                    confidences[u][n] = (float) (1 + confidence * Math.log(views[items[u][n]]));
                    views[items[u][n]] = 0;
                }
            }
            return new Side(items, confidences);
        }

        Side transposed(int rows) {
            int[] counts = new int[rows];
            for (int[] of : columns) {
                for (int column : of) {
                    counts[column]++;
                }
            }
            int[][] others = new int[rows][];
            float[][] same = new float[rows][];
            for (int r = 0; r < rows; r++) {
                others[r] = new int[counts[r]];
                same[r] = new float[counts[r]];
            }
            for (int c = 0; c < columns.length; c++) {
                for (int n = 0; n < columns[c].length; n++) {
                    int row = columns[c][n];
                    int at = others[row].length - counts[row]--;
                    others[row][at] = c;
                    same[row][at] = confidences[c][n];
                }
            }
            return new Side(others, same);
        }
    }

    private static final class Alternating extends LearntFactors {
        /** Rows that one task fits. */
        private static final int STRETCH = 32;

        private final Side ofUsers;
        private final Side ofItems;
        private final Factors.Refit refit;
        private final Settings settings;
        private final int width;

        Alternating(MatrixProducts products, TrainingInput input, Settings settings, long seed) {
            super(
                    products,
                    input.users(),
                    input.items(),
                    settings.factors,
                    settings.initialDeviation / Math.sqrt(settings.factors),
                    seed);
            this.settings = settings;
            width = MatrixProducts.padded(dimension);
            ofUsers = Side.ofUsers(input.train(), settings.confidence);
            ofItems = ofUsers.transposed(input.items());
            refit = refit(products, settings);
        }

        @Override
        Recommender made() {
            return Factors.copy(products, dimension, users, items, bias).with(refit);
        }

        @Override
        double train(int number, EpochProgress progress) {
            int total = ofUsers.columns.length + ofItems.columns.length;
            AtomicInteger done = new AtomicInteger();
            Runnable each = () -> progress.batch(done.incrementAndGet(), total, 0);
            double error = error();
            fitAll(ofUsers, fitters(users, items), items.length / dimension, each);
            fitAll(ofItems, fitters(items, users), users.length / dimension, each);
            return error;
        }

        /** The mean squared error on observed pairs. */
        private double error() {
            double[] errors = new double[ofUsers.columns.length];
            float[] rows = padded(users);
            float[] vectors = padded(items);
            IntStream.range(0, errors.length).parallel().forEach(u -> {
                for (int item : ofUsers.columns[u]) {
                    double miss = 1 - products.dot(rows, u * width, vectors, item * width, width);
                    errors[u] += miss * miss;
                }
            });
            long pairs =
                    Arrays.stream(ofUsers.columns).mapToLong(of -> of.length).sum();
            return Arrays.stream(errors).sum() / Math.max(1, pairs);
        }

        /** The same vectors with zeros up to whole lanes: shape [count * width]. */
        private float[] padded(float[] vectors) {
            int count = vectors.length / dimension;
            float[] padded = new float[Math.multiplyExact(count, width)];
            for (int v = 0; v < count; v++) {
                System.arraycopy(vectors, v * dimension, padded, v * width, dimension);
            }
            return padded;
        }

        /** Fits a row to the columns that it was observed with. */
        private interface Fitter {
            void fit(int row, int[] observed, float[] confidences, double ridge);
        }

        /** Fits every row of one side to the other, which has so many. */
        private void fitAll(Side side, Supplier<Fitter> fitters, int others, Runnable each) {
            int count = side.columns.length;
            IntStream.range(0, (count + STRETCH - 1) / STRETCH).parallel().forEach(part -> {
                Fitter fitter = fitters.get();
                for (int row = part * STRETCH; row < Math.min(count, (part + 1) * STRETCH); row++) {
                    int[] observed = side.columns[row];
                    fitter.fit(row, observed, side.confidences[row], settings.ridge(observed.length, others));
                    each.run();
                }
            });
        }

        /** What fits rows to columns, one for each thread. */
        private Supplier<Fitter> fitters(float[] rows, float[] columns) {
            double[] gram = gram(products, columns, dimension);
            if (settings.exact) {
                return () -> {
                    LeastSquares problem = new LeastSquares(products, dimension);
                    return (row, observed, confidences, ridge) -> {
                        problem.begin(gram, settings.unobservedWeight, ridge);
                        problem.observe(observed, confidences, columns);
                        problem.solve(rows, row);
                    };
                };
            }
            float[] whole = whole(gram);
            float[] vectors = padded(columns);
            return () -> {
                ConjugateGradient steps = new ConjugateGradient(products, width, whole, settings.unobservedWeight);
                return (row, observed, confidences, ridge) ->
                        steps.solve(observed, confidences, vectors, (float) ridge, rows, row * dimension, dimension);
            };
        }

        /** Both triangles with zeros up to whole lanes: shape [width * width]. */
        private float[] whole(double[] gram) {
            float[] whole = new float[width * width];
            for (int i = 0; i < dimension; i++) {
                for (int j = i; j < dimension; j++) {
                    whole[i * width + j] = (float) gram[i * dimension + j];
                    whole[j * width + i] = whole[i * width + j];
                }
            }
            return whole;
        }
    }
}
