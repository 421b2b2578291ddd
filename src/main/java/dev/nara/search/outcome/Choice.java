package dev.nara.search.outcome;

import dev.nara.eval.SeedsToSettle;
import dev.nara.eval.Significance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a study comes to: the setting that is chosen, what it promises, and whether it is really better than the preset. It is chosen
 * among the candidates by all users; whether it is better is judged by the half of the users that settings were not looked for with
 * ({@link UserHalves}), by all candidates together, so that none is picked out by those who judge it; what it promises is
 * found by users and seeds that had no part in the choice ({@link Promise}).
 *
 * @param chosen the trial that is chosen; the preset's where nothing is better
 * @param best the trial of the best mean
 * @param level the trials level with the best, the best included
 * @param mean of the chosen one over all users and seeds
 * @param promise what is to be expected of it
 * @param against the chosen one held against the preset; empty where there is no preset or it is chosen
 */
public record Choice(
        int chosen, int best, List<Integer> level, double mean, Promise promise, Optional<Against> against) {
    /** Copies the list. */
    public Choice {
        level = List.copyOf(level);
    }

    /** What it comes to. */
    public enum Verdict {
        /** Hardly chance, neither of users nor of seeds. */
        BETTER,
        /** As large as chance makes it, or none: keep the preset. */
        KEEP,
        /** Not chance of users; more seeds would tell. */
        MORE_SEEDS
    }

    /**
     * The difference from the preset by the users that judge.
     *
     * @param difference that is promised
     * @param low the lower end of its 95% interval
     * @param p the probability of the difference of the candidates' mean by chance
     * @param moreSeeds of each that would settle it if it stays, 0 where none would
     */
    public record Against(double difference, double low, double high, double p, int moreSeeds, Verdict verdict) {}

    /**
     * Chooses among settings that were trained from the same seeds; where one lacks a seed, it counts for none.
     *
     * @param candidates the settings that were confirmed
     * @param preset the setting they are held against
     */
    public static Choice of(List<Confirmed> candidates, Optional<Confirmed> preset) {
        List<Confirmed> settings = new ArrayList<>(candidates);
        preset.ifPresent(settings::add);
        int place = preset.isPresent() ? candidates.size() : -1;
        int users = settings.get(0).users();
        int seeds = settings.stream()
                .filter(Confirmed::random)
                .mapToInt(Confirmed::seeds)
                .min()
                .orElse(1);
        Selection selection = Selection.of(
                settings,
                place,
                IntStream.range(0, users).toArray(),
                IntStream.range(0, seeds).toArray());
        Confirmed chosen = settings.get(selection.chosen());
        Promise promise = Promise.of(settings, place, selection.chosen(), seeds);
        return new Choice(
                chosen.trial(),
                settings.get(selection.best()).trial(),
                selection.level().stream().map(s -> settings.get(s).trial()).toList(),
                Significance.mean(chosen.means(
                        IntStream.range(0, users).toArray(),
                        IntStream.range(0, seeds).toArray())),
                promise,
                place < 0 || selection.chosen() == place
                        ? Optional.empty()
                        : Optional.of(against(settings, seeds, promise)));
    }

    /** Whether to go on with the chosen setting. */
    public Verdict verdict() {
        return against.map(Against::verdict).orElse(Verdict.KEEP);
    }

    /** All candidates together against the preset, the last: none of them was picked out by the users that judge. */
    private static Against against(List<Confirmed> settings, int seeds, Promise promise) {
        int users = settings.get(0).users();
        int[] judges = users == 1 ? new int[] {0} : UserHalves.of(users).judged();
        int rows = settings.stream().anyMatch(Confirmed::random) ? seeds : 1;
        List<Significance.Group> all = Significance.Group.pooled(
                settings.stream().map(s -> group(s, judges, rows)).toList());
        Significance.Group candidates = Significance.Group.together(all.subList(0, all.size() - 1));
        Significance.Group preset = all.get(all.size() - 1);
        Significance.Comparison comparison = Significance.compare(candidates, preset, 1);
        boolean better = comparison.difference() > 0 && comparison.verdict(comparison.p()) == Significance.Verdict.REAL;
        int more = better || comparison.difference() <= 0 ? 0 : SeedsToSettle.of(candidates, preset);
        return new Against(
                promise.gain(),
                promise.gain() + comparison.low() - comparison.difference(),
                promise.gain() + comparison.high() - comparison.difference(),
                comparison.p(),
                more,
                better ? Verdict.BETTER : more > 0 ? Verdict.MORE_SEEDS : Verdict.KEEP);
    }

    /** The figures of some users from so many seeds; of a figure of all lists together the seeds stand for users. */
    private static Significance.Group group(Confirmed setting, int[] users, int seeds) {
        double[][] figures = new double[seeds][];
        Arrays.setAll(figures, seed -> setting.means(users, new int[] {seed}));
        return users.length > 1
                ? new Significance.Group(figures, setting.random())
                : new Significance.Group(
                        new double[][] {
                            Arrays.stream(figures).mapToDouble(f -> f[0]).toArray()
                        },
                        false);
    }
}
