package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import java.util.List;

/** A rule that says what is tried next. */
public interface Sampler {
    /** The name, as in {@code --sampler}. */
    String name();

    /**
     * The next settings: a pure function of its arguments, so that a search that was killed goes on as it would have.
     *
     * @param history all trials in the order in which they were begun, also those outside of the space
     * @param n how many, all to be tried at the same time
     * @param seed of what is left to chance
     */
    List<Suggestion> ask(Space space, List<Observation> history, List<Preference> preferences, int n, long seed);
}
