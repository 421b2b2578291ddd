package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The figure to expect from the chosen setting on other held-out items and seeds. The mean by which it was chosen is biased upwards, being
 * the best of several. So the choice is repeated without a part of the test users and without one seed, and evaluated on just these, for
 * each part and each seed in turn (cross-fitting; as in Tsamardinos, Greasidou and Borboudakis 2018, without resampling). The result is the
 * gain over the preset of choosing in this way, added to the preset's own figure, which had no part in any choice.
 *
 * @param gain over the preset; without one, the figure itself
 * @param expected the figure
 * @param low lower end of the 95% interval for the figure of as many other users and seeds
 * @param high its upper end
 */
public record Promise(double gain, double expected, double low, double high) {
    private static final int PARTS = 5;

    /** The 97.5% quantile of the normal distribution, slightly enlarged because variances are estimated from few seeds. */
    private static final double DEVIATIONS = 2.1;

    static Promise of(List<Confirmed> settings, int preset, int chosen, int seeds) {
        int users = settings.get(0).users();
        // For metrics over all lists together there is one value per seed; only seeds can be left out.
        int[] judges = users == 1 ? new int[] {0} : UserHalves.of(users).judged();
        double[] gains = gains(settings, preset, judges, seeds);
        double gain = Significance.mean(gains);
        int[] allUsers = IntStream.range(0, users).toArray();
        int[] allSeeds = IntStream.range(0, seeds).toArray();
        double[] base = preset < 0 ? new double[users] : settings.get(preset).means(allUsers, allSeeds);
        double expected = Significance.mean(base) + gain;
        // Test users are in both the preset's mean and the gain, which are therefore correlated.
        double[] contributions = base.clone();
        for (int u = 0; u < judges.length; u++) {
            contributions[judges[u]] += gains[u] * users / judges.length;
        }
        Confirmed one = settings.get(chosen);
        double variance = variance(contributions) / users
                + variance(one.means(allUsers, allSeeds)) / users
                + 2 * bySeed(settings, allUsers, allSeeds) / seeds;
        double half = DEVIATIONS * Math.sqrt(variance);
        return new Promise(gain, expected, expected - half, expected + half);
    }

    /** For each test user, the gain over the preset of the setting chosen without that user's part, averaged over seeds. */
    private static double[] gains(List<Confirmed> settings, int preset, int[] judges, int seeds) {
        int users = settings.get(0).users();
        double[] gains = new double[judges.length];
        for (int part = 0; part < Math.min(PARTS, judges.length); part++) {
            boolean[] left = new boolean[users];
            for (int u = part; u < judges.length; u += PARTS) {
                left[judges[u]] = true;
            }
            int[] others = IntStream.range(0, users)
                    .filter(u -> users == 1 || !left[u])
                    .toArray();
            for (int seed = 0; seed < seeds; seed++) {
                int own = seed;
                int[] otherSeeds = seeds == 1
                        ? new int[] {0}
                        : IntStream.range(0, seeds).filter(s -> s != own).toArray();
                Confirmed chosen = settings.get(
                        Selection.of(settings, preset, others, otherSeeds).chosen());
                for (int u = part; u < judges.length; u += PARTS) {
                    double base = preset < 0 ? 0 : settings.get(preset).at(seed, judges[u]);
                    gains[u] += (chosen.at(seed, judges[u]) - base) / seeds;
                }
            }
        }
        return gains;
    }

    /** The variance of a mean over users from seed to seed, pooled over all settings. */
    private static double bySeed(List<Confirmed> settings, int[] users, int[] seeds) {
        return settings.stream()
                .mapToDouble(setting -> variance(Arrays.stream(seeds)
                        .mapToDouble(seed -> Significance.mean(setting.means(users, new int[] {seed})))
                        .toArray()))
                .average()
                .orElse(0);
    }

    private static double variance(double[] numbers) {
        double deviation = numbers.length < 2 ? 0 : Significance.deviation(numbers);
        return deviation * deviation;
    }
}
