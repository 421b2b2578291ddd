package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A model of untried settings from a history: a Gaussian process for figures and, if costs are known, one for their logarithms. Failed
 * trials count as the worst seen, and trials in progress as if they had brought their predicted figures.
 */
final class Surrogate {
    /** With more trials than this, some are left out: first the worse half, then the oldest. */
    private static final int MOST = 250;

    private static final int FIGURE_STEPS = 25;
    private static final int COST_STEPS = 12;
    private static final int LEAST_COSTS = 5;

    private final List<Integer> trials;
    private final double[][] x;
    private final Warp warp;
    private final @Nullable GaussianProcess costs;
    private final double best;
    private final double[] means;
    private GaussianProcess figures;

    /** A model of a history in which at least one trial has a figure. */
    Surrogate(Space space, Encoding encoding, List<Observation> history) {
        trials = ended(history);
        x = trials.stream().map(t -> encoding.of(history.get(t).settings())).toArray(double[][]::new);
        warp = new Warp(history.stream()
                .filter(Surrogate::done)
                .mapToDouble(Observation::value)
                .toArray());
        double[] y = trials.stream()
                .map(history::get)
                .mapToDouble(each -> done(each) ? warp.of(each.value()) : warp.worst())
                .toArray();
        double[] knownVariance = trials.stream()
                .map(history::get)
                .mapToDouble(each -> each.error() > 0 ? Math.pow(each.error() / warp.spread(), 2) : 0)
                .toArray();
        figures = fitted(encoding.categories(), x, y, knownVariance, FIGURE_STEPS);
        costs = costs(encoding, history);
        means = new double[x.length];
        figures.predict(x, means, new double[x.length]);
        best = best(space, history);
        history.stream()
                .filter(each -> each.kind() == Observation.Kind.PENDING)
                .forEach(each -> believe(encoding.of(each.settings())));
    }

    private static GaussianProcess fitted(
            boolean[] category, double[][] x, double[] y, double[] knownVariance, int steps) {
        Likelihood likelihood = new Likelihood(category, x, y, knownVariance);
        return new GaussianProcess(category, Descent.from(likelihood.usual(), likelihood, steps), x, y, knownVariance);
    }

    private static boolean done(Observation observation) {
        return observation.kind() == Observation.Kind.DONE;
    }

    private static List<Integer> ended(List<Observation> history) {
        List<Integer> ended = new ArrayList<>(IntStream.range(0, history.size())
                .filter(i -> history.get(i).kind() != Observation.Kind.PENDING)
                .boxed()
                .toList());
        if (ended.size() <= MOST) {
            return ended;
        }
        ended.sort(Comparator.comparingDouble(
                i -> done(history.get(i)) ? -history.get(i).value() : Double.MAX_VALUE));
        List<Integer> kept = new ArrayList<>(ended.subList(0, MOST / 2));
        ended.subList(0, MOST / 2).clear();
        ended.sort(Comparator.reverseOrder());
        kept.addAll(ended.subList(0, MOST - MOST / 2));
        kept.sort(null);
        return kept;
    }

    private @Nullable GaussianProcess costs(Encoding encoding, List<Observation> history) {
        List<Integer> known = IntStream.range(0, trials.size())
                .filter(i -> history.get(trials.get(i)).cost() > 0)
                .boxed()
                .toList();
        double[] logs = known.stream()
                .mapToDouble(i -> Math.log(history.get(trials.get(i)).cost()))
                .toArray();
        if (logs.length < LEAST_COSTS) {
            return null;
        }
        double middle = IntStream.range(0, logs.length)
                .mapToDouble(i -> logs[i])
                .average()
                .orElseThrow();
        // Only differences of logarithms matter, so they can be centred at 0.
        double[] about = IntStream.range(0, logs.length)
                .mapToDouble(i -> logs[i] - middle)
                .toArray();
        double[][] at = known.stream().map(i -> x[i]).toArray(double[][]::new);
        return fitted(encoding.categories(), at, about, new double[about.length], COST_STEPS);
    }

    /** The best predicted figure of a setting that was tried and is still within the space. */
    private double best(Space space, List<Observation> history) {
        double inside = Double.NEGATIVE_INFINITY;
        double anywhere = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            Observation trial = history.get(trials.get(i));
            if (done(trial)) {
                anywhere = Math.max(anywhere, means[i]);
                inside = space.contains(trial.settings()) ? Math.max(inside, means[i]) : inside;
            }
        }
        return inside > Double.NEGATIVE_INFINITY ? inside : anywhere;
    }

    /** Continues as if the setting had been tried and had brought its predicted figure. */
    void believe(double[] coordinates) {
        figures = figures.believing(coordinates);
    }

    /**
     * The acquisition value of a setting: the logarithm of the augmented expected improvement (Huang et al. 2006) per cost. Without the
     * augmentation a search of noisy figures keeps to the neighbours of the best, from which it hardly learns any more.
     */
    double[] worth(double[][] at) {
        double[] mean = new double[at.length];
        double[] deviation = new double[at.length];
        double[] cost = new double[at.length];
        if (costs != null) {
            costs.predict(at, cost, deviation);
        }
        figures.predict(at, mean, deviation);
        double[] worth = new double[at.length];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = Improvement.log(mean[i], deviation[i], best)
                    + Improvement.logNews(deviation[i], figures.noise())
                    - cost[i];
        }
        return worth;
    }

    /** The predicted figure at coordinates, and its standard deviation. */
    double[] expected(double[] coordinates) {
        double[] mean = new double[1];
        double[] deviation = new double[1];
        figures.predict(new double[][] {coordinates}, mean, deviation);
        return new double[] {warp.figure(mean[0]), deviation[0] * warp.spread()};
    }

    /** Coordinates of trials with the highest predictions, best first. */
    List<double[]> leaders(int most) {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -means[i]))
                .limit(most)
                .map(i -> x[i])
                .toList();
    }

    /** The trials, by index in the history, whose figures are most informative at these coordinates, nearest first. */
    List<Integer> nearest(double[] coordinates, int most) {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -figures.likeness(coordinates, i)))
                .limit(most)
                .map(trials::get)
                .toList();
    }
}
