package dev.nara.search.sampler;

import dev.nara.algorithm.HashedRandom;
import dev.nara.search.space.Space;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * After initial trials spread over the space, proposes the setting with the highest expected improvement per cost under a Gaussian process.
 */
final class GpSampler implements Sampler {
    private static final int LEADERS = 5;
    /** The maximum number of dimensions named in which a setting differs from the nearest trial. */
    private static final int NAMED = 3;

    @Override
    public String name() {
        return "gp";
    }

    @Override
    public List<Suggestion> ask(
            Space space, List<Observation> history, List<Preference> preferences, int n, long seed) {
        TriedSettings tried = new TriedSettings(space, history);
        List<Suggestion> suggestions = new ArrayList<>(SobolStart.of(space, history, n, seed, tried));
        if (suggestions.size() == n) {
            return suggestions;
        }
        if (space.dimensions().isEmpty() || history.stream().noneMatch(each -> each.kind() == Observation.Kind.DONE)) {
            return new RandomSampler().ask(space, history, preferences, n, seed);
        }
        Encoding encoding = new Encoding(space);
        Surrogate surrogate = new Surrogate(space, encoding, history);
        Preferences preferred = new Preferences(encoding, history, preferences);
        suggestions.forEach(each -> surrogate.believe(encoding.of(each.settings())));
        // Trials outside of a narrowed space count as the nearest setting inside.
        List<double[]> leaders = surrogate.leaders(LEADERS).stream()
                .map(each -> encoding.of(encoding.settings(each)))
                .toList();
        while (suggestions.size() < n) {
            int trial = history.size() + suggestions.size();
            SplittableRandom random = new SplittableRandom(HashedRandom.mixed(seed) + trial * HashedRandom.GOLDEN);
            double[] x = new Acquisition(new SettingMoves(encoding, random), at -> worth(surrogate, preferred, at))
                    .best(leaders, each -> tried.times(encoding.settings(each)) == 0);
            Map<String, String> settings = encoding.settings(x);
            double[] expected = surrogate.expected(x);
            Text why = preferred.withPreferences(why(encoding, surrogate, history, x), x);
            suggestions.add(new Suggestion(settings, why, tried.times(settings) > 0, expected[0], expected[1]));
            tried.add(settings);
            surrogate.believe(x);
        }
        return suggestions;
    }

    private static double[] worth(Surrogate surrogate, Preferences preferred, double[][] at) {
        double[] worth = surrogate.worth(at);
        for (int i = 0; i < worth.length; i++) {
            worth[i] += preferred.weight(at[i]);
        }
        return worth;
    }

    private static Text why(Encoding encoding, Surrogate surrogate, List<Observation> history, double[] x) {
        List<Integer> nearest = surrogate.nearest(x, 2);
        int first = number(history, nearest.get(0));
        List<String> other =
                encoding.differences(x, encoding.of(history.get(nearest.get(0)).settings()));
        if (other.isEmpty()) {
            return Text.of("sampler.gp.same", first);
        }
        if (nearest.size() < 2) {
            return Text.of("sampler.gp.one", first);
        }
        int second = number(history, nearest.get(1));
        return other.size() > NAMED
                ? Text.of("sampler.gp.many", first, second, other.size())
                : Text.of("sampler.gp", first, second, Suggestion.named(other));
    }

    private static int number(List<Observation> history, int place) {
        int called = history.get(place).number();
        return called > 0 ? called : place + 1;
    }
}
