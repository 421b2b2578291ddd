package dev.nara.search.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.HashedRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProspectTest {
    private static final int NEXT = 10;
    private static final double[] BOUNDS = {0, 0.05, 0.1, 0.15, 0.2, 0.3, 1.01};

    @Test
    void trialsFollowFromTimeAndPlaces() {
        double[] took = {50, 60, 70};
        Prospect prospect = Prospect.of(600, 2, took, new double[3], 0.01);
        assertEquals(20, prospect.trials(), 1e-9);
        assertEquals(2.064, prospect.error(), 0.001);
        assertTrue(Double.isNaN(prospect.gain()));
        assertEquals(0, Prospect.of(-5, 2, took, new double[3], 0.01).trials());
        assertTrue(Double.isNaN(
                Prospect.of(600, 2, new double[0], new double[0], 0.01).trials()));
    }

    @Test
    void theChanceIsThatOfARecordThatExceedsNoise() {
        double[] values = {0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        // The best five exceed .1 by .3 in the mean; a record among ten more beside ten is as likely as not.
        assertEquals(0.5, Prospect.gain(values, 0, 10), 1e-9);
        assertEquals(0.5 * Math.exp(-0.5), Prospect.gain(values, 0.3, 10), 1e-9);
        assertEquals(0, Prospect.gain(values, 0.3, 0), 1e-9);
        assertEquals(0, Prospect.gain(new double[12], 0.01, 10));
        assertEquals(Double.NaN, Prospect.gain(new double[9], 0.01, 10));
    }

    /** Told chances and how often a gain came, over searches that climb a hill of random height and breadth. */
    @Test
    void chancesAreAboutAsOftenRight() {
        double[][] bins = new double[BOUNDS.length - 1][3];
        for (int n = 0; n < 2000; n++) {
            search(new Random(HashedRandom.mixed(n)), bins);
        }
        for (int b = 0; b < bins.length; b++) {
            assertEquals(bins[b][1] / bins[b][2], bins[b][0] / bins[b][2], 0.05, Arrays.toString(bins[b]));
        }
    }

    private static void search(Random random, double[][] bins) {
        double noise = 0.004;
        double height = 0.05 * random.nextDouble();
        double breadth = 0.1 + 0.5 * random.nextDouble();
        int dimensions = 1 + random.nextInt(5);
        double[] top = random.doubles(dimensions).toArray();
        double[] worth = new double[80];
        double[] values = new double[80];
        double[] best = random.doubles(dimensions).toArray();
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < worth.length; t++) {
            double[] near = best;
            boolean climb = t > 10 && random.nextDouble() < 0.75;
            double[] places = new double[dimensions];
            Arrays.setAll(
                    places,
                    d -> climb ? Math.max(0, Math.min(1, near[d] + 0.1 * random.nextGaussian())) : random.nextDouble());
            double away = 0;
            for (int d = 0; d < dimensions; d++) {
                away += (places[d] - top[d]) * (places[d] - top[d]);
            }
            worth[t] = height * Math.exp(-away / (2 * breadth * breadth));
            values[t] = worth[t] + noise * random.nextGaussian();
            if (values[t] > most) {
                most = values[t];
                best = places;
            }
        }
        for (int now = 15; now + NEXT <= worth.length; now += 15) {
            count(Arrays.copyOf(values, now), worth, noise, bins);
        }
    }

    private static void count(double[] values, double[] worth, double noise, double[][] bins) {
        int best = 0;
        for (int t = 0; t < values.length; t++) {
            best = values[t] > values[best] ? t : best;
        }
        double forecast = Prospect.gain(values, noise, NEXT);
        double came =
                Arrays.stream(worth, values.length, values.length + NEXT).max().orElseThrow();
        int bin = 0;
        while (forecast >= BOUNDS[bin + 1]) {
            bin++;
        }
        bins[bin][0] += forecast;
        bins[bin][1] += came > worth[best] + noise ? 1 : 0;
        bins[bin][2]++;
    }
}
