package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import java.io.Serializable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One half of an epoch of alternating least squares: the input for fitting every row of a side, including the other side's current factors.
 * A row's fit depends on nothing else, so that it is the same on any machine. Serialisable.
 */
public final class HalfSweep implements Serializable {
    private static final long serialVersionUID = 1L;

    private final IalsSettings settings;
    /** Shape [columns * dimension]. */
    private final float[] columns;
    /** The sum of the columns' outer products, its upper triangle: shape [dimension * dimension]. */
    private final double[] gram;
    /** Computed on first use on each machine, like {@link #padded}. */
    private transient double @Nullable [] doubles;

    private transient @Nullable Padded padded;

    HalfSweep(IalsSettings settings, float[] columns, double[] gram) {
        this.settings = settings;
        this.columns = columns;
        this.gram = gram;
    }

    /** The dimension of the factors. */
    public int dimension() {
        return settings.factors();
    }

    /** Whether a fit starts from the row's current values; if not, these are ignored. */
    public boolean needsRows() {
        return !settings.exact();
    }

    /** Creates fitters of rows, one per thread. */
    public Rows rows(MatrixProducts products) {
        return settings.exact() ? exact(products) : approached(products);
    }

    /** Fits rows of a side on one thread. */
    @FunctionalInterface
    public interface Rows {
        /** Fits row {@code n} of the observed rows, which is row {@code n + first} of the factors [rows * dimension]. */
        void fit(ObservedRows observed, int n, float[] factors, int first);

        /** Fits all rows, and reports each. */
        default void fitAll(ObservedRows observed, float[] factors, int first, IntConsumer done) {
            for (int n = 0; n < observed.size(); n++) {
                fit(observed, n, factors, first);
                done.accept(n);
            }
        }
    }

    private double ridge(int[] observed) {
        return settings.ridge(observed.length, columns.length / settings.factors());
    }

    private Rows exact(MatrixProducts products) {
        LeastSquares problem = new LeastSquares(products, settings.factors());
        double[] vectors = doubles();
        return (observed, n, factors, first) -> {
            int[] of = observed.columns(n);
            problem.begin(gram, settings.unobservedWeight(), ridge(of));
            problem.observe(of, observed.confidences(n), vectors);
            problem.solve(factors, n + first);
        };
    }

    /** The columns in double precision. */
    private synchronized double[] doubles() {
        double[] known = doubles;
        if (known == null) {
            known = new double[columns.length];
            for (int x = 0; x < known.length; x++) {
                known[x] = columns[x];
            }
            doubles = known;
        }
        return known;
    }

    private Rows approached(MatrixProducts products) {
        int d = settings.factors();
        Padded wide = padded();
        ConjugateGradient steps = new ConjugateGradient(products, wide.width, wide.gram, settings.unobservedWeight());
        return (observed, n, factors, first) -> {
            int[] of = observed.columns(n);
            steps.solve(of, observed.confidences(n), wide.columns, (float) ridge(of), factors, (n + first) * d, d);
        };
    }

    /** The columns [columns * width] and the full Gram matrix [width * width], zero-padded to a multiple of {@code LANES}. */
    private static final class Padded {
        private final int width;
        private final float[] columns;
        private final float[] gram;

        Padded(int width, float[] columns, float[] gram) {
            this.width = width;
            this.columns = columns;
            this.gram = gram;
        }
    }

    private synchronized Padded padded() {
        Padded known = padded;
        if (known == null) {
            int d = settings.factors();
            int width = MatrixProducts.padded(d);
            known = new Padded(width, padded(columns, d, width), whole(d, width));
            padded = known;
        }
        return known;
    }

    /** The same vectors, zero-padded: shape [count * width]. */
    static float[] padded(float[] vectors, int dimension, int width) {
        int count = vectors.length / dimension;
        float[] padded = new float[Math.multiplyExact(count, width)];
        for (int v = 0; v < count; v++) {
            System.arraycopy(vectors, v * dimension, padded, v * width, dimension);
        }
        return padded;
    }

    /** The full Gram matrix, zero-padded: shape [width * width]. */
    private float[] whole(int d, int width) {
        float[] whole = new float[width * width];
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                whole[i * width + j] = (float) gram[i * d + j];
                whole[j * width + i] = whole[i * width + j];
            }
        }
        return whole;
    }
}
