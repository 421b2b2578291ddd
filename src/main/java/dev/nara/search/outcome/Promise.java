package dev.nara.search.outcome;

import dev.nara.eval.Significance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be expected of the chosen setting from other users' held-out items and other seeds. The mean that it was chosen by is too
 * high by the luck of the best. So the choice is made again without a part of the judging users and without a seed, and looked at on
 * just these, for each part and each seed in turn (cross-fitting; as in Tsamardinos, Greasidou and Borboudakis 2018, without
 * resampling): what is promised is what choosing in this way gains over the preset, on top of the preset's own figure, by which
 * nothing was chosen.
 *
 * @param gain over the preset; over nothing, the figure itself, where there is none
 * @param expected the figure
 * @param low lower end of the 95% interval in which the figure of as many other users and seeds falls
 * @param high its upper end
 */
public record Promise(double gain, double expected, double low, double high) {
    private static final int PARTS = 5;

    /** Of a normal distribution, what 95% lie within, and a little more for what is estimated from few seeds. */
    private static final double DEVIATIONS = 2.1;

    static Promise of(List<Confirmed> settings, int preset, int chosen, int seeds) {
        int users = settings.get(0).users();
        // A figure of all lists together is one user's; seeds alone can be left out of it.
        int[] judges = users == 1 ? new int[] {0} : UserHalves.of(users).judged();
        double[] gains = gains(settings, preset, judges, seeds);
        double gain = Significance.mean(gains);
        int[] allUsers = IntStream.range(0, users).toArray();
        int[] allSeeds = IntStream.range(0, seeds).toArray();
        double[] base = preset < 0 ? new double[users] : settings.get(preset).means(allUsers, allSeeds);
        double expected = Significance.mean(base) + gain;
        // Users that judge count in both the preset's mean and the gain.
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

    /** Of each judging user, what the setting gains over the preset that is chosen without the user's part, the mean over seeds. */
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

    /** The variance of a mean over users from seed to seed, of all settings together. */
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
