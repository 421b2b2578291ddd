package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import dev.nara.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Counts how often each setting of a space was tried, including those of the current answer. */
final class TriedSettings {
    private final Space space;
    private final Map<Map<String, String>, Integer> times = new HashMap<>();

    TriedSettings(Space space, List<Observation> history) {
        this.space = space;
        history.forEach(each -> add(each.settings()));
    }

    /** How often a setting was tried. */
    int times(Map<String, String> settings) {
        return times.getOrDefault(space.active(settings), 0);
    }

    /** Counts a setting once more. */
    void add(Map<String, String> settings) {
        times.merge(space.active(settings), 1, Integer::sum);
    }

    /** The first setting that was never tried, else the one tried least often; it is counted. */
    Suggestion first(int tries, IntFunction<Map<String, String>> settings, Text why) {
        Map<String, String> least = settings.apply(0);
        for (int i = 1; i < tries && times(least) > 0; i++) {
            Map<String, String> next = settings.apply(i);
            least = times(next) < times(least) ? next : least;
        }
        Suggestion suggestion = Suggestion.of(least, why, times(least) > 0);
        add(least);
        return suggestion;
    }
}
