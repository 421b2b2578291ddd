package dev.nara.search;

import dev.nara.algorithm.HashedRandom;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Figures of users that no model made: what a user, a setting, a setting for a user, a seed and mere chance add to each other. Deviations
 * are about those of matrix factorisation on MovieLens-100K, NDCG@10 of one held-out item.
 *
 * <p>What settings do for a user is smooth over the space, so that a search climbs what is peculiar to its users as it climbs what is
 * true of all: waves whose phases are drawn for each user, with mean zero over all users there could be.
 */
public final class SimulatedFigures {
    private static final int WAVES = 6;
    private static final double MEAN = 0.4;
    private static final double OF_USER = 0.18;

    /** Of the variance of seeds, 37% are common to all settings. */
    private static final double COMMON = 0.37;

    /**
     * What is by chance, each by its deviation.
     *
     * @param peculiar what a setting does for a user
     * @param run what a run does for a user
     * @param seed what a seed does for a setting
     */
    public record Noise(double peculiar, double run, double seed) {}

    private final long draw;
    private final int users;
    private final int dimensions;
    private final Noise noise;
    private final double gain;
    private final double[][] waves;

    /**
     * @param draw decides everything that is by chance
     * @param dimensions of the space, places of 0 … 1; only the first one is worth something
     * @param gain of settings with a first place of .7 and more over those of .5 and less, in the mean over all users there could be
     */
    public SimulatedFigures(long draw, int users, int dimensions, Noise noise, double gain) {
        this.draw = draw;
        this.users = users;
        this.dimensions = dimensions;
        this.noise = noise;
        this.gain = gain;
        SplittableRandom random = new SplittableRandom(1);
        waves = new double[WAVES][dimensions];
        for (double[] wave : waves) {
            Arrays.setAll(wave, d -> 2.5 * Math.PI * random.nextGaussian());
        }
    }

    /** The standard error of one setting's figure over the users, of which gains are told in multiples. */
    public double error() {
        return OF_USER / Math.sqrt(users);
    }

    /** The same world with other users. */
    public SimulatedFigures others(long other) {
        return new SimulatedFigures(other, users, dimensions, noise, gain);
    }

    /** What a setting is worth: its mean over all users and seeds there could be. */
    public double worth(double[] places) {
        return MEAN + gain * Math.max(0, Math.min(1, (places[0] - 0.5) / 0.2));
    }

    /** A run's figure of every user. */
    public double[] run(double[] places, long seed) {
        SplittableRandom common = random(seed);
        SplittableRandom own = random(31L * Arrays.hashCode(places) + seed);
        double base = worth(places)
                + noise.seed * (Math.sqrt(COMMON) * common.nextGaussian() + Math.sqrt(1 - COMMON) * own.nextGaussian());
        double[] figures = new double[users];
        for (int u = 0; u < users; u++) {
            SplittableRandom user = random(-1 - u);
            double sum = base + OF_USER * user.nextGaussian() + noise.run * own.nextGaussian();
            for (double[] wave : waves) {
                double phase = 2 * Math.PI * user.nextDouble();
                for (int d = 0; d < dimensions; d++) {
                    phase += wave[d] * places[d];
                }
                sum += noise.peculiar * Math.sqrt(2.0 / WAVES) * Math.cos(phase);
            }
            figures[u] = sum;
        }
        return figures;
    }

    private SplittableRandom random(long of) {
        return new SplittableRandom(HashedRandom.mixed(draw * HashedRandom.GOLDEN + HashedRandom.mixed(of)));
    }
}
