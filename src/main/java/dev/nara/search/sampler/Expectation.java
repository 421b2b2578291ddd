package dev.nara.search.sampler;

import dev.nara.search.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predicts figures of settings, tried or not, by a Gaussian process fitted to the trials of a search. */
public final class Expectation {
    private final Encoding encoding;
    private final Surrogate surrogate;

    private Expectation(Encoding encoding, Surrogate surrogate) {
        this.encoding = encoding;
        this.surrogate = surrogate;
    }

    /**
     * A predicted figure.
     *
     * @param deviation its standard deviation, without the noise of a seed
     */
    public record Figure(double mean, double deviation) {}

    /** A model of all trials; empty if none has a figure. Takes up to a second. */
    public static Optional<Expectation> of(Space space, List<Observation> history) {
        if (space.dimensions().isEmpty() || history.stream().noneMatch(each -> each.kind() == Observation.Kind.DONE)) {
            return Optional.empty();
        }
        Encoding encoding = new Encoding(space);
        return Optional.of(new Expectation(encoding, new Surrogate(space, encoding, history)));
    }

    /** The prediction for a setting of the space. */
    public Figure of(Map<String, String> settings) {
        double[] expected = surrogate.expected(encoding.of(settings));
        return new Figure(expected[0], expected[1]);
    }
}
