package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import java.util.List;

/** A strategy that proposes the next settings to try. */
public interface Sampler {
    /** The name, as in {@code --sampler}. */
    String name();

    /**
     * Proposes the next settings: a pure function of its arguments, so that a killed search continues identically.
     *
     * @param history all trials in the order in which they were started, including those outside of the space
     * @param n the number of settings, to be tried in parallel
     * @param seed of random decisions
     */
    List<Suggestion> ask(Space space, List<Observation> history, List<Preference> preferences, int n, long seed);
}
