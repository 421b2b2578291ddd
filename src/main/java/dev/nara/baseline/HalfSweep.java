package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import java.io.Serializable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One half of an epoch of alternating least squares: what every row of a side is fitted with, the other side's factors as they
 * are now. A row's fit depends on nothing else, so that it is the same wherever it is done. Serialisable.
 */
public final class HalfSweep implements Serializable {
    private static final long serialVersionUID = 1L;

    private final IalsSettings settings;
    /** Shape [columns * dimension]. */
    private final float[] columns;
    /** The sum of the columns' outer products, its upper triangle: shape [dimension * dimension]. */
    private final double[] gram;
    /** Made by the first that asks on each machine, like {@link #padded}. */
    private transient double @Nullable [] doubles;

    private transient @Nullable Padded padded;

    HalfSweep(IalsSettings settings, float[] columns, double[] gram) {
        this.settings = settings;
        this.columns = columns;
        this.gram = gram;
    }

    /** Numbers of a row. */
    public int dimension() {
        return settings.factors();
    }

    /** Whether a fit begins with the row as it was; where not, any row serves. */
    public boolean needsRows() {
        return !settings.exact();
    }

    /** Makes what fits rows, one for each thread. */
    public Rows rows(MatrixProducts products) {
        return settings.exact() ? exact(products) : approached(products);
    }

    /** Fits rows of a side in a thread. */
    @FunctionalInterface
    public interface Rows {
        /** Fits row {@code n} of those observed, which is row {@code n + first} of the factors [rows * dimension]. */
        void fit(ObservedRows observed, int n, float[] factors, int first);

        /** Fits all, and says after each that it is done. */
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

    /** The columns [columns * width] and both triangles of their Gram matrix [width * width], with zeros up to whole lanes. */
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

    /** The same vectors with zeros up to whole lanes: shape [count * width]. */
    static float[] padded(float[] vectors, int dimension, int width) {
        int count = vectors.length / dimension;
        float[] padded = new float[Math.multiplyExact(count, width)];
        for (int v = 0; v < count; v++) {
            System.arraycopy(vectors, v * dimension, padded, v * width, dimension);
        }
        return padded;
    }

    /** Both triangles of the Gram matrix with zeros up to whole lanes: shape [width * width]. */
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
