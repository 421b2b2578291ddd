package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final Likelihood LIKELIHOOD = new Likelihood(
            new boolean[] {false, true},
            new double[][] {{0, 0}, {.5, 0}, {1, 1}, {.2, 1}},
            new double[] {-1, 0, 1.5, .3},
            new double[] {0, 0, .2, 0});

    @Test
    void isThatOfANormalDistributionWithItsPriors() {
        Likelihood one = new Likelihood(
                new boolean[1], new double[][] {{0}, {.5}, {1}}, new double[] {-1, 0, 1.5}, new double[] {0, 0, .2});
        double length = Math.log(.5 / .4);
        double noise = Math.log(.1 / .05) / 1.2;
        assertEquals(
                1.4775280580219892 + (length * length + noise * noise) / 2,
                one.at(new double[] {Math.log(.5), 0, Math.log(.1)}, new double[3]),
                1e-9);
    }

    @Test
    void theGradientIsItsSlope() {
        double[] at = {-.4, .3, .2, -2};
        double[] gradient = new double[4];
        LIKELIHOOD.at(at, gradient);
        for (int p = 0; p < 4; p++) {
            double[] more = at.clone();
            double[] less = at.clone();
            more[p] += 1e-5;
            less[p] -= 1e-5;
            double slope = (LIKELIHOOD.at(more, new double[4]) - LIKELIHOOD.at(less, new double[4])) / 2e-5;
            assertEquals(slope, gradient[p], 1e-6, "parameter " + p);
        }
    }
}
