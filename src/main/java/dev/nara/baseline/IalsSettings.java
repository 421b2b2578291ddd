package dev.nara.baseline;

import dev.nara.algorithm.ParameterValues;
import java.io.Serializable;

/** The settings of {@link Ials}. */
record IalsSettings(
        int factors,
        double regularisation,
        double frequencyExponent,
        double unobservedWeight,
        double confidence,
        double initialDeviation,
        boolean exact)
        implements Serializable {
    static final String CHOLESKY = "cholesky";
    static final String CONJUGATE_GRADIENT = "cg";

    static IalsSettings of(ParameterValues values) {
        return new IalsSettings(
                values.whole("factors"),
                values.real("regularisation"),
                values.real("frequency_exponent"),
                values.real("unobserved_weight"),
                values.real("confidence"),
                values.real("initial_deviation"),
                values.text("solver").equals(CHOLESKY));
    }

    /** A copy in which every row is solved exactly. */
    IalsSettings exactly() {
        return new IalsSettings(
                factors, regularisation, frequencyExponent, unobservedWeight, confidence, initialDeviation, true);
    }

    /** The regularisation weight of a row with {@code n} pairs, for that many columns. */
    double ridge(int n, int columns) {
        return regularisation * Math.pow(n + unobservedWeight * columns, frequencyExponent);
    }
}
