package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import dev.nara.text.Text;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Users' hints as a prior that fades with every trial (Hvarfner et al. 2022, πBO). A hint is given up if at least {@value #ENOUGH} trials
 * near it have figures and none is among the best quarter of all.
 */
public final class Preferences {
    private static final int ENOUGH = 5;
    private static final double WIDTH = .15;
    private static final double STRENGTH = 10;
    /** The minimum prior weight of settings far from the preferred value. */
    private static final double ELSEWHERE = .02;

    private final Encoding encoding;
    private final int trials;
    private final List<Preference> followed;
    private final List<Preference> misleading;

    Preferences(Encoding encoding, List<Observation> history, List<Preference> preferences) {
        this.encoding = encoding;
        trials = history.size();
        List<Preference> known = preferences.stream()
                .filter(each -> encoding.dimension(each.name()) >= 0)
                .toList();
        misleading =
                known.stream().filter(each -> misleads(each, encoding, history)).toList();
        followed = known.stream().filter(each -> !misleading.contains(each)).toList();
    }

    /** The preferences that trials contradict; samplers no longer follow them. */
    public static List<Preference> misleading(Space space, List<Observation> history, List<Preference> preferences) {
        return new Preferences(new Encoding(space), history, preferences).misleading;
    }

    private static boolean misleads(Preference preference, Encoding encoding, List<Observation> history) {
        List<Observation> done = history.stream()
                .filter(each -> each.kind() == Observation.Kind.DONE)
                .toList();
        double[] near = done.stream()
                .filter(each -> nearness(preference, encoding, encoding.of(each.settings())) >= .5)
                .mapToDouble(Observation::value)
                .toArray();
        double[] all = done.stream().mapToDouble(Observation::value).sorted().toArray();
        double quarter = all.length == 0 ? 0 : all[all.length - 1 - all.length / 4];
        return near.length >= ENOUGH
                && near.length < all.length
                && IntStream.range(0, near.length).noneMatch(i -> near[i] >= quarter);
    }

    /** 1 at the preferred value, decreasing to 0 far from it and where the dimension is inactive. */
    private static double nearness(Preference preference, Encoding encoding, double[] coordinates) {
        int d = encoding.dimension(preference.name());
        if (!encoding.counts(d, coordinates)) {
            return 0;
        }
        double off = coordinates[d] - encoding.coordinate(d, preference.value());
        if (encoding.category(d)) {
            return off == 0 ? 1 : 0;
        }
        return Math.exp(-off * off / (2 * WIDTH * WIDTH));
    }

    /** The term to add to the logarithm of a setting's acquisition value. */
    double weight(double[] coordinates) {
        double weight = 0;
        for (Preference each : followed) {
            int since = Math.max(0, trials - each.atTrial());
            double prior = ELSEWHERE + (1 - ELSEWHERE) * nearness(each, encoding, coordinates);
            weight += STRENGTH / (since + 1) * Math.log(prior);
        }
        return weight;
    }

    /** A reason that mentions the preferences and whether they were followed. */
    Text withPreferences(Text why, double[] coordinates) {
        Text mentioned = why;
        for (Preference each : followed) {
            mentioned = nearness(each, encoding, coordinates) >= .5
                    ? Text.of("sampler.preferred", mentioned, each.name(), each.value())
                    : mentioned;
        }
        for (Preference each : misleading) {
            mentioned = Text.of("sampler.misleading", mentioned, each.name(), each.value());
        }
        return mentioned;
    }
}
