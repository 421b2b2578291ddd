package dev.nara.search.outcome;

import dev.nara.eval.SeedsToSettle;
import dev.nara.eval.Significance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The result of a study: the chosen setting, its expected figure, and whether it is really better than the preset. The setting is chosen
 * among the candidates by all users. Whether it is better is tested on the half of the users that the search did not use
 * ({@link UserHalves}), with all candidates together, so that no candidate is selected by its own test. The expected figure comes from
 * users and seeds that took no part in the choice ({@link Promise}).
 *
 * @param chosen the number of the chosen trial; the preset's if nothing is better
 * @param best the trial with the best mean
 * @param level the trials level with the best, the best included
 * @param mean of the chosen trial over all users and seeds
 * @param promise its expected figure
 * @param against its comparison with the preset; empty if there is no preset or the preset is chosen
 */
public record Choice(
        int chosen, int best, List<Integer> level, double mean, Promise promise, Optional<Against> against) {
    /** Copies the list. */
    public Choice {
        level = List.copyOf(level);
    }

    /** The conclusion. */
    public enum Verdict {
        /** Unlikely to be chance, neither of users nor of seeds. */
        BETTER,
        /** Within what chance produces, or no gain: keep the preset. */
        KEEP,
        /** Unlikely to be chance of users; more seeds are needed. */
        MORE_SEEDS
    }

    /**
     * The difference from the preset on the test half of the users.
     *
     * @param difference expected
     * @param low the lower end of its 95% interval
     * @param p the probability by chance of the difference of the candidates' mean
     * @param moreSeeds of each that would settle it if it stays the same, 0 if none would
     */
    public record Against(double difference, double low, double high, double p, int moreSeeds, Verdict verdict) {}

    /**
     * Chooses among settings trained with the same seeds; a seed that one of them lacks counts for none.
     *
     * @param candidates the confirmed settings
     * @param preset the setting they are compared with
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

    /** Whether the chosen setting should replace the preset. */
    public Verdict verdict() {
        return against.map(Against::verdict).orElse(Verdict.KEEP);
    }

    /** Compares all candidates together with the preset, which is last: none of them was selected by the users of the test half. */
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

    /** The figures of some users for this many seeds; for metrics over all lists together, seeds take the place of users. */
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
