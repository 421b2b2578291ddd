package dev.nara.search.sampler;

import dev.nara.algorithm.HashedRandom;
import dev.nara.search.space.Space;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws settings uniformly over the space. */
final class RandomSampler implements Sampler {
    private static final int TRIES = 1000;

    @Override
    public String name() {
        return "random";
    }

    @Override
    public List<Suggestion> ask(
            Space space, List<Observation> history, List<Preference> preferences, int n, long seed) {
        TriedSettings tried = new TriedSettings(space, history);
        List<Suggestion> suggestions = new ArrayList<>();
        while (suggestions.size() < n) {
            int trial = history.size() + suggestions.size();
            SplittableRandom random = new SplittableRandom(HashedRandom.mixed(seed) + trial * HashedRandom.GOLDEN);
            suggestions.add(tried.first(
                    TRIES,
                    i -> space.at(random.doubles(space.dimensions().size()).toArray()),
                    Text.of("sampler.random")));
        }
        return suggestions;
    }
}
