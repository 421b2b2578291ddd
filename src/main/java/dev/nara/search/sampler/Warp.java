package dev.nara.search.sampler;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/**
 * Rescales figures so that a Gaussian process fits them: those above the median keep their distances, those below are compressed by rank,
 * so that very bad ones do not stretch the scale. The median becomes 0 and half of a normal sample's spread 1, as in the half-rank warping
 * of Song et al. (2024, <i>The Vizier Gaussian Process Bandit Algorithm</i>).
 */
final class Warp {
    private final double[] sorted;
    private final double median;
    private final double spread;

    /** The scale of these figures; at least one. */
    Warp(double[] figures) {
        sorted = figures.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        double squares = 0;
        int above = 0;
        for (double figure : sorted) {
            if (figure > median) {
                squares += (figure - median) * (figure - median);
                above++;
            }
        }
        double up = above == 0 ? 0 : Math.sqrt(squares / above);
        spread = up > 0 ? up : Math.max(1e-12, median - sorted[0]);
    }

    /** A figure on that scale. */
    double of(double figure) {
        if (figure >= median) {
            return (figure - median) / spread;
        }
        int below = Arrays.binarySearch(sorted, figure);
        int rank = below < 0 ? -below - 1 : below;
        while (rank > 0 && rank < sorted.length && sorted[rank - 1] == figure) {
            rank--;
        }
        double part = (rank + .5) / sorted.length;
        return Math.min(0, -Math.sqrt(2) * Erf.erfInv(1 - 2 * part));
    }

    /** The lowest value on that scale. */
    double worst() {
        return of(sorted[0]);
    }

    /** The difference in figures that is 1 on that scale, at and above the median. */
    double spread() {
        return spread;
    }

    /** The figure for a value at or above the median of that scale; below it, by linear extrapolation. */
    double figure(double place) {
        return median + place * spread;
    }
}
