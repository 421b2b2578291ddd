package dev.nara.synth;

import java.util.Arrays;

/** Draws indices in proportion to weights, by binary search in their cumulative sums. */
final class Odds {
    private final double[] sums;

    Odds(double[] weights) {
        sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
    }

    double total() {
        return sums.length == 0 ? 0 : sums[sums.length - 1];
    }

    int draw(Dice dice) {
        return draw(dice, 0, sums.length - 1);
    }

    /** Draws among first to last, both included; their weights must not all be zero. */
    int draw(Dice dice, int first, int last) {
        double below = first == 0 ? 0 : sums[first - 1];
        double aim = below + dice.uniform() * (sums[last] - below);
        int found = Arrays.binarySearch(sums, first, last + 1, aim);
        int index = found < 0 ? -found - 1 : found + 1;
        return Math.min(index, last);
    }
}
