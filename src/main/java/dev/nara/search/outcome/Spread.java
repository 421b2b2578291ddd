package dev.nara.search.outcome;

import dev.nara.search.sampler.Observation;
import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.Arrays;
import java.util.List;

/**
 * The distribution of trials along one dimension: a normal kernel per trial within 0 … 1; for unordered choices, the choices themselves.
 */
final class Spread {
    private static final int STEPS = 50;

    /**
     * Scott's factor for the best 15% of some fifty evenly spread trials. The width is the same for all, because different smoothing alone
     * would create differences.
     */
    private static final double WIDTH = 0.15;

    /** Densities below this are raised to it before dividing. */
    private static final double LEAST = 1e-6;

    private final String name;

    /** Each trial's kernel: shape [trials][steps]; null if the dimension is inactive in the trial. */
    private final double[][] kernels;

    private final boolean[] counts;
    private final int steps;

    private Spread(String name, double[][] kernels, boolean[] counts, int steps) {
        this.name = name;
        this.kernels = kernels;
        this.counts = counts;
        this.steps = steps;
    }

    static Spread of(Space space, Dimension dimension, List<Observation> trials) {
        boolean choice = dimension instanceof Dimension.Choice;
        int steps = choice ? (int) dimension.count().orElseThrow() : STEPS;
        int at = space.dimensions().indexOf(dimension);
        double[][] kernels = new double[trials.size()][steps];
        boolean[] counts = new boolean[trials.size()];
        for (int t = 0; t < kernels.length; t++) {
            double place = space.places(trials.get(t).settings())[at];
            counts[t] = !Double.isNaN(place);
            if (counts[t]) {
                fill(kernels[t], Math.max(0, Math.min(1, place)), choice);
            }
        }
        return new Spread(dimension.name(), kernels, counts, steps);
    }

    private static void fill(double[] kernel, double place, boolean choice) {
        if (choice) {
            kernel[(int) Math.min(kernel.length - 1, place * kernel.length)] = 1;
            return;
        }
        for (int s = 0; s < kernel.length; s++) {
            double away = ((s + 0.5) / kernel.length - place) / WIDTH;
            kernel[s] = Math.exp(-away * away / 2);
        }
        double sum = Arrays.stream(kernel).sum();
        for (int s = 0; s < kernel.length; s++) {
            kernel[s] /= sum;
        }
    }

    String name() {
        return name;
    }

    /** The number of trials in which the dimension is active. */
    int trials() {
        int trials = 0;
        for (boolean count : counts) {
            trials += count ? 1 : 0;
        }
        return trials;
    }

    /** Pearson's divergence of the distribution of some trials from that of all; 0 without trials. */
    double farness(int[] some, int[] all) {
        double[] ofSome = density(some);
        double[] ofAll = density(all);
        double sum = 0;
        for (int s = 0; s < steps; s++) {
            double gap = ofSome[s] - ofAll[s];
            sum += gap * gap / Math.max(LEAST, ofAll[s]);
        }
        return sum;
    }

    /** The mean of the kernels; without any, that of all trials. */
    private double[] density(int[] trials) {
        double[] density = new double[steps];
        int counted = 0;
        for (int trial : trials) {
            counted += counts[trial] ? 1 : 0;
            for (int s = 0; s < steps && counts[trial]; s++) {
                density[s] += kernels[trial][s];
            }
        }
        for (int s = 0; s < steps && counted > 0; s++) {
            density[s] /= counted;
        }
        return density;
    }
}
