package dev.nara.search.sampler;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.List;

/** Uses the Gaussian process for few trials with mostly ordered dimensions, otherwise TPE. */
final class AutoSampler implements Sampler {
    private static final int FEW = 150;

    private final Sampler gp;
    private final Sampler tpe;

    AutoSampler(Sampler gp, Sampler tpe) {
        this.gp = gp;
        this.tpe = tpe;
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public List<Suggestion> ask(
            Space space, List<Observation> history, List<Preference> preferences, int n, long seed) {
        Sampler sampler = history.size() < FEW && !wordsPrevail(space) ? gp : tpe;
        return sampler.ask(space, history, preferences, n, seed);
    }

    /** Whether more than half of the dimensions have three or more unordered values. */
    private static boolean wordsPrevail(Space space) {
        long words = space.dimensions().stream()
                .filter(d -> d instanceof Dimension.Choice && d.values().size() > 2)
                .count();
        return 2 * words > space.dimensions().size();
    }
}
