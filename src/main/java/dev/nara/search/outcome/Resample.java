package dev.nara.search.outcome;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trials in a resample or permutation. */
final class Resample {
    private Resample() {}

    /** All trials as they are. */
    static int[] all(int trials) {
        return IntStream.range(0, trials).toArray();
    }

    /** A bootstrap sample of the same size. */
    static int[] drawn(int trials, SplittableRandom random) {
        return IntStream.range(0, trials).map(t -> random.nextInt(trials)).toArray();
    }

    /** The values in random order. */
    static double[] dealt(double[] values, SplittableRandom random) {
        double[] dealt = values.clone();
        for (int n = dealt.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            double kept = dealt[n];
            dealt[n] = dealt[other];
            dealt[other] = kept;
        }
        return dealt;
    }
}
