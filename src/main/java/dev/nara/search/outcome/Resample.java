package dev.nara.search.outcome;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trials drawn again. */
final class Resample {
    private Resample() {}

    /** Every one. */
    static int[] all(int trials) {
        return IntStream.range(0, trials).toArray();
    }

    /** As many with repetition. */
    static int[] drawn(int trials, SplittableRandom random) {
        return IntStream.range(0, trials).map(t -> random.nextInt(trials)).toArray();
    }

    /** The values in a random order. */
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
