package dev.nara.synth;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a whole number in proportion to weights, by largest remainders. */
final class Shares {
    private Shares() {}

    static int[] split(int total, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] parts = new int[weights.length];
        double[] rests = new double[weights.length];
        int left = total;
        for (int i = 0; i < weights.length; i++) {
            double exact = total * weights[i] / sum;
            parts[i] = (int) exact;
            rests[i] = exact - parts[i];
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -rests[i]))
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
