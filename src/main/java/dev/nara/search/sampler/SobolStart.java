package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The first trials of a search, spread evenly over the space: two per dimension and two more, including trials that exist already. */
final class SobolStart {
    private SobolStart() {}

    /** At most n settings; fewer, or none, once the start is over. */
    static List<Suggestion> of(Space space, List<Observation> history, int n, long seed, TriedSettings tried) {
        int dimensions = space.dimensions().size();
        int start = dimensions == 0 ? 0 : 2 * dimensions + 2;
        List<Suggestion> suggestions = new ArrayList<>();
        while (suggestions.size() < n && history.size() + suggestions.size() < start) {
            int at = history.size() + suggestions.size();
            Sobol sobol = new Sobol(dimensions, seed);
            suggestions.add(
                    tried.first(100, i -> space.at(sobol.point(at + i)), Text.of("sampler.start", at + 1, start)));
        }
        return suggestions;
    }
}
