package dev.nara.search.sampler;

import java.util.Map;

/**
 * A trial as the sampler sees it.
 *
 * @param settings its values; they must include those of the space
 * @param value its figure, higher is better; NaN if it is pending or failed
 * @param error the standard error of the figure; NaN if unknown
 * @param cost of the training, in a unit common to all trials; NaN if unknown
 * @param number shown to users, as in #34; 0 for its position in the history, counted from 1
 */
public record Observation(
        Map<String, String> settings, double value, double error, double cost, Kind kind, int number) {
    /** The state of a trial. */
    public enum Kind {
        /** It has a figure. */
        DONE,
        /** It has none yet. */
        PENDING,
        /** It will never have one: it diverged or could not be trained. */
        FAILED
    }

    public Observation {
        settings = Map.copyOf(settings);
        if ((kind == Kind.DONE) != Double.isFinite(value)) {
            throw new IllegalArgumentException(kind + " " + value);
        }
    }

    /** A trial numbered by its position in the history. */
    public Observation(Map<String, String> settings, double value, double error, double cost, Kind kind) {
        this(settings, value, error, cost, kind, 0);
    }

    /** A copy with this number. */
    public Observation numbered(int called) {
        return new Observation(settings, value, error, cost, kind, called);
    }

    /** A trial with a figure of unknown error and cost. */
    public static Observation done(Map<String, String> settings, double value) {
        return new Observation(settings, value, Double.NaN, Double.NaN, Kind.DONE);
    }

    /** A trial in progress. */
    public static Observation pending(Map<String, String> settings) {
        return new Observation(settings, Double.NaN, Double.NaN, Double.NaN, Kind.PENDING);
    }

    /** A trial without a figure because it failed. */
    public static Observation failed(Map<String, String> settings) {
        return new Observation(settings, Double.NaN, Double.NaN, Double.NaN, Kind.FAILED);
    }
}
