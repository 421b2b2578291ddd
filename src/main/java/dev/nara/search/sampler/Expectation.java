package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a Gaussian process through the trials of a search expects of settings, tried or not. */
public final class Expectation {
    private final Encoding encoding;
    private final Surrogate surrogate;

    private Expectation(Encoding encoding, Surrogate surrogate) {
        this.encoding = encoding;
        this.surrogate = surrogate;
    }

    /**
     * What a figure is expected to be.
     *
     * @param deviation its standard deviation, seeds apart
     */
    public record Figure(double mean, double deviation) {}

    /** Of all trials; empty where none has a figure. Takes up to a second. */
    public static Optional<Expectation> of(Space space, List<Observation> history) {
        if (space.dimensions().isEmpty() || history.stream().noneMatch(each -> each.kind() == Observation.Kind.DONE)) {
            return Optional.empty();
        }
        Encoding encoding = new Encoding(space);
        return Optional.of(new Expectation(encoding, new Surrogate(space, encoding, history)));
    }

    /** The figure of a setting of the space. */
    public Figure of(Map<String, String> settings) {
        double[] expected = surrogate.expected(encoding.of(settings));
        return new Figure(expected[0], expected[1]);
    }
}
