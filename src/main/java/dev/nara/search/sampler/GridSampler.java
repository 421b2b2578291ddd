package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proposes every setting in turn, the last dimension changing fastest; of continuous ranges a few evenly spread values. */
final class GridSampler implements Sampler {
    @Override
    public String name() {
        return "grid";
    }

    @Override
    public List<Suggestion> ask(
            Space space, List<Observation> history, List<Preference> preferences, int n, long seed) {
        TriedSettings tried = new TriedSettings(space, history);
        List<Suggestion> suggestions = new ArrayList<>();
        while (suggestions.size() < n) {
            suggestions.add(next(space, tried));
        }
        return suggestions;
    }

    /** The first setting of the grid that was tried less often than the first one. */
    private static Suggestion next(Space space, TriedSettings tried) {
        List<List<String>> values =
                space.dimensions().stream().map(GridValues::of).toList();
        int[] at = new int[values.size()];
        Map<String, String> least = setting(space, values, at);
        while (tried.times(least) > 0 && step(at, values)) {
            Map<String, String> next = setting(space, values, at);
            if (tried.times(next) < tried.times(least)) {
                least = next;
            }
        }
        Map<String, String> chosen = least;
        return tried.first(1, i -> chosen, Text.of("sampler.grid"));
    }

    private static boolean step(int[] at, List<List<String>> values) {
        for (int d = at.length - 1; d >= 0; d--) {
            if (++at[d] < values.get(d).size()) {
                return true;
            }
            at[d] = 0;
        }
        return false;
    }

    private static Map<String, String> setting(Space space, List<List<String>> values, int[] at) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int d = 0; d < at.length; d++) {
            all.put(space.dimensions().get(d).name(), values.get(d).get(at[d]));
        }
        return space.active(all);
    }
}
