package dev.nara.synth;

import java.util.List;
import java.util.SplittableRandom;

/** A seeded random generator with the same output on every machine: it uses strict arithmetic only. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** An independent generator, so that the draws of one part never change those of another. */
    Dice fork() {
        return new Dice(random.split());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Standard normal by the Box-Muller transform. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Log-normal: exp of a normal with mean 0 and this standard deviation. */
    double logNormal(double spread) {
        return StrictMath.exp(spread * normal());
    }

    /** Geometric: 0, 1, 2, ... with this mean. */
    int geometric(double mean) {
        return (int) (StrictMath.log(1 - random.nextDouble()) / StrictMath.log(mean / (1 + mean)));
    }

    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
