package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Against the formulas written out with a matrix library. */
class GaussianProcessTest {
    private static final double[] Y = {-1, 0, 1.5};
    private static final double[] KNOWN_VARIANCE = {0, 0, .2};

    private static double[] predicted(GaussianProcess gp, double... coordinates) {
        double[] mean = new double[1];
        double[] deviation = new double[1];
        gp.predict(new double[][] {coordinates}, mean, deviation);
        return new double[] {mean[0], deviation[0]};
    }

    @Test
    void theMeanGoesNearTheFiguresAndTheErrorGrowsAway() {
        GaussianProcess gp = new GaussianProcess(
                new boolean[1],
                new double[] {Math.log(.5), 0, Math.log(.1)},
                new double[][] {{0}, {.5}, {1}},
                Y,
                KNOWN_VARIANCE);
        assertArrayEquals(new double[] {-0.58291179, 0.38915491}, predicted(gp, .25), 1e-8);
        assertArrayEquals(new double[] {0.80342071, 0.4502721}, predicted(gp, .8), 1e-7);
    }

    @Test
    void valuesWithoutAnOrderAreOneApart() {
        GaussianProcess gp = new GaussianProcess(
                new boolean[] {false, true},
                new double[] {Math.log(.5), 0, 0, Math.log(.1)},
                new double[][] {{0, 0}, {.5, 0}, {1, 4}},
                Y,
                KNOWN_VARIANCE);
        assertEquals(0.9503622, predicted(gp, .8, 4)[0], 1e-7);
    }

    @Test
    void beliefKeepsTheMeanAndLessensTheError() {
        GaussianProcess gp = new GaussianProcess(
                new boolean[1],
                new double[] {Math.log(.5), 0, Math.log(.1)},
                new double[][] {{0}, {.5}, {1}},
                Y,
                KNOWN_VARIANCE);
        GaussianProcess sure = gp.believing(new double[] {.8});
        assertEquals(predicted(gp, .8)[0], predicted(sure, .8)[0], 1e-9);
        assertEquals(predicted(gp, .3)[0], predicted(sure, .3)[0], 1e-9);
        double variance = .4502721 * .4502721;
        assertEquals(Math.sqrt(variance * .1 / (variance + .1)), predicted(sure, .8)[1], 1e-6);
    }
}
