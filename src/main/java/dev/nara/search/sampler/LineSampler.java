package dev.nara.search.sampler;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Varies one dimension after the other, starting from the setting of the first trial: a few values of each, the others at their best so
 * far; in rounds while there is something new. Then at random.
 */
final class LineSampler implements Sampler {
    private static final int ROUNDS = 10;

    @Override
    public String name() {
        return "line";
    }

    @Override
    public List<Suggestion> ask(
            Space space, List<Observation> history, List<Preference> preferences, int n, long seed) {
        List<Observation> all = new ArrayList<>(history);
        List<Suggestion> suggestions = new ArrayList<>();
        while (suggestions.size() < n) {
            Suggestion next = next(space, all, seed);
            suggestions.add(next);
            all.add(Observation.pending(next.settings()));
        }
        return suggestions;
    }

    private static Suggestion next(Space space, List<Observation> history, long seed) {
        TriedSettings tried = new TriedSettings(space, history);
        if (history.isEmpty()) {
            double[] middle = space.dimensions().stream().mapToDouble(d -> .5).toArray();
            return tried.first(1, i -> space.at(middle), Text.of("sampler.line.first"));
        }
        Map<String, String> current = new HashMap<>(history.get(0).settings());
        for (int round = 0; round < ROUNDS; round++) {
            for (Dimension dimension : space.dimensions()) {
                List<Map<String, String>> line = line(space, current, dimension);
                for (Map<String, String> each : line) {
                    if (tried.times(each) == 0) {
                        return Suggestion.of(
                                space.active(each),
                                Text.of("sampler.line", Suggestion.named(List.of(dimension.name()))),
                                false);
                    }
                }
                current = best(space, history, line, current);
            }
        }
        return new RandomSampler().ask(space, history, List.of(), 1, seed).get(0);
    }

    private static List<Map<String, String>> line(Space space, Map<String, String> current, Dimension dimension) {
        if (!space.counts(dimension, current)) {
            return List.of();
        }
        List<Map<String, String>> line = new ArrayList<>();
        for (String value : GridValues.of(dimension)) {
            Map<String, String> one = new HashMap<>(current);
            one.put(dimension.name(), value);
            // A dimension that becomes active starts in its middle.
            space.dimensions().forEach(d -> one.putIfAbsent(d.name(), d.at(.5)));
            line.add(one);
        }
        return line;
    }

    private static Map<String, String> best(
            Space space, List<Observation> history, List<Map<String, String>> line, Map<String, String> current) {
        Map<Map<String, String>, Double> figures = history.stream()
                .filter(each -> each.kind() == Observation.Kind.DONE)
                .collect(Collectors.toMap(each -> space.active(each.settings()), Observation::value, Math::max));
        Map<String, String> best = current;
        for (Map<String, String> each : line) {
            if (figure(figures, space, each) > figure(figures, space, best)) {
                best = each;
            }
        }
        return best;
    }

    private static double figure(Map<Map<String, String>, Double> figures, Space space, Map<String, String> settings) {
        return figures.getOrDefault(space.active(settings), Double.NEGATIVE_INFINITY);
    }
}
