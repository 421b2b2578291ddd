package dev.nara.baseline;

import dev.nara.algorithm.ParameterValues;
import java.io.Serializable;

/** What can be set of {@link Ials}, read. */
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

    /** The same with every row solved. */
    IalsSettings exactly() {
        return new IalsSettings(
                factors, regularisation, frequencyExponent, unobservedWeight, confidence, initialDeviation, true);
    }

    /** The weight of a row's square: of one that has n pairs, among that many columns. */
    double ridge(int n, int columns) {
        return regularisation * Math.pow(n + unobservedWeight * columns, frequencyExponent);
    }
}
