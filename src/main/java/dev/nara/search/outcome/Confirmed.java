package dev.nara.search.outcome;

import dev.nara.eval.Significance;

/**
 * A setting with the runs that confirmed it: those of the further seeds, which are the same for all, and not the one that it was
 * found by. A setting without chance has its only run.
 */
public final class Confirmed {
    private final int trial;
    private final double[][] figures;
    private final double cost;
    private final boolean random;

    /**
     * @param trial its number
     * @param figures shape [seeds][users], of all evaluated users, turned so that the higher is the better
     * @param cost what a training takes, in a unit that all share
     * @param random whether another seed would give other figures
     */
    public Confirmed(int trial, double[][] figures, double cost, boolean random) {
        this.trial = trial;
        this.figures = figures.clone();
        this.cost = cost;
        this.random = random;
    }

    /** Its number. */
    public int trial() {
        return trial;
    }

    /** What a training takes. */
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

    /** A user's figure of a seed; of the last seed where it has fewer. */
    double at(int seed, int user) {
        return figures[Math.min(seed, figures.length - 1)][user];
    }

    /** Each of these users' mean over these seeds. */
    double[] means(int[] users, int[] seeds) {
        double[] means = new double[users.length];
        for (int u = 0; u < users.length; u++) {
            for (int seed : seeds) {
                means[u] += at(seed, users[u]) / seeds.length;
            }
        }
        return means;
    }

    /** The figures of the users that judge. */
    Significance.Group judged() {
        return new Significance.Group(figures, random).at(UserHalves.of(users()).judged());
    }
}
