package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Selects among settings the cheapest of those level with the best, that is, within one standard error of the difference over users and
 * seeds, paired by both (the one-standard-error rule, Breiman et al. 1984); among similar costs, the best.
 *
 * @param best the index of the best
 * @param level indices of those level with the best, in order, the best included
 * @param chosen the index of the selected one
 */
record Selection(int best, List<Integer> level, int chosen) {
    /** Costs within this factor count as equal: a smaller saving does not justify a worse figure. */
    private static final double ABOUT = 2;

    /**
     * Selects by the figures of some users and some seeds.
     *
     * @param preset the index of the setting that is selected only if it is the best, not if it is merely level; -1 for none
     */
    static Selection of(List<Confirmed> settings, int preset, int[] users, int[] seeds) {
        double[] means = settings.stream()
                .mapToDouble(s -> Significance.mean(s.means(users, seeds)))
                .toArray();
        Comparator<Integer> byMean = Comparator.comparingDouble(s -> means[s]);
        int best = IntStream.range(0, means.length).boxed().max(byMean).orElseThrow();
        List<Integer> level = IntStream.range(0, means.length)
                .filter(s ->
                        s == best || means[best] - means[s] <= error(settings.get(best), settings.get(s), users, seeds))
                .boxed()
                .toList();
        if (best == preset) {
            return new Selection(best, level, best);
        }
        List<Integer> open = level.stream().filter(s -> s != preset).toList();
        double least =
                open.stream().mapToDouble(s -> settings.get(s).cost()).min().orElse(Double.NaN);
        int chosen = open.stream()
                .filter(s -> settings.get(s).cost() <= ABOUT * least)
                .max(byMean)
                .orElse(best);
        return new Selection(best, level, chosen);
    }

    /** The standard error of the difference. */
    private static double error(Confirmed one, Confirmed other, int[] users, int[] seeds) {
        double[] first = one.means(users, seeds);
        double[] second = other.means(users, seeds);
        double variance = spread(IntStream.range(0, users.length).mapToDouble(u -> first[u] - second[u]));
        double bySeeds = spread(Arrays.stream(seeds)
                .mapToDouble(seed -> Significance.mean(one.means(users, new int[] {seed}))
                        - Significance.mean(other.means(users, new int[] {seed}))));
        return Math.sqrt(variance + bySeeds);
    }

    /** The variance of the mean; 0 for a single number. */
    private static double spread(DoubleStream numbers) {
        double[] all = numbers.toArray();
        double deviation = all.length < 2 ? 0 : Significance.deviation(all);
        return deviation * deviation / all.length;
    }
}
