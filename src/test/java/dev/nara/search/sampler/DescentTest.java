package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DescentTest {
    private static double valley(double[] x, double[] gradient) {
        double bend = x[1] - x[0] * x[0];
        gradient[0] = -40 * bend * x[0] - 2 * (1 - x[0]);
        gradient[1] = 20 * bend;
        return 10 * bend * bend + (1 - x[0]) * (1 - x[0]);
    }

    @Test
    void followsABentValley() {
        assertArrayEquals(new double[] {1, 1}, Descent.from(new double[] {-1.2, 1}, DescentTest::valley, 200), .02);
    }

    @Test
    void keepsToItsEvaluationsAndNeverGetsWorse() {
        double start = valley(new double[] {-1.2, 1}, new double[2]);
        for (int evaluations = 1; evaluations < 12; evaluations++) {
            int[] count = new int[1];
            double[] end = Descent.from(
                    new double[] {-1.2, 1},
                    (x, gradient) -> {
                        count[0]++;
                        return valley(x, gradient);
                    },
                    evaluations);
            assertTrue(count[0] <= evaluations, count[0] + " of " + evaluations);
            assertTrue(valley(end, new double[2]) <= start);
        }
    }
}
