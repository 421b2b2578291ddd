package dev.nara.search.outcome;

import dev.nara.eval.Significance;

/**
 * A setting with its confirming runs: those with the further seeds, the same for all settings, without the run by which it was found. A
 * deterministic setting has its only run.
 */
public final class Confirmed {
    private final int trial;
    private final double[][] figures;
    private final double cost;
    private final boolean random;

    /**
     * A confirmed setting.
     *
     * @param trial its number
     * @param figures shape [seeds][users], of all evaluated users, higher is better
     * @param cost of one training, in a unit common to all
     * @param random whether another seed would give other figures
     */
    public Confirmed(int trial, double[][] figures, double cost, boolean random) {
        this.trial = trial;
        this.figures = figures.clone();
        this.cost = cost;
        this.random = random;
    }

    /** The trial's number. */
    public int trial() {
        return trial;
    }

    /** The cost of one training. */
    public double cost() {
        return cost;
    }

    boolean random() {
        return random;
    }

    int seeds() {
        return figures.length;
    }

    int users() {
        return figures[0].length;
    }

    /** A user's figure for a seed; of the last seed if there are fewer. */
    double at(int seed, int user) {
        return figures[Math.min(seed, figures.length - 1)][user];
    }

    /** The mean of each of these users over these seeds. */
    double[] means(int[] users, int[] seeds) {
        double[] means = new double[users.length];
        for (int u = 0; u < users.length; u++) {
            for (int seed : seeds) {
                means[u] += at(seed, users[u]) / seeds.length;
            }
        }
        return means;
    }

    /** The figures of the test half of the users. */
    Significance.Group judged() {
        return new Significance.Group(figures, random).at(UserHalves.of(users()).judged());
    }
}
