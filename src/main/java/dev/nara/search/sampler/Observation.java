package dev.nara.search.sampler;

import java.util.Map;

/**
 * What is known of one trial of a search.
 *
 * @param settings its values; those of the space must be among them
 * @param value its figure, higher is better; NaN while it is pending, and where it failed
 * @param error the standard error of the figure; NaN where it is not known
 * @param cost what it took, in a unit that all trials share; NaN where it is not known
 * @param number what people call it, as in #34; 0 for its place in the history, counted from 1
 */
public record Observation(
        Map<String, String> settings, double value, double error, double cost, Kind kind, int number) {
    /** How far a trial is. */
    public enum Kind {
        /** It has a figure. */
        DONE,
        /** It has none yet. */
        PENDING,
        /** It never will: it diverged or could not be trained. */
        FAILED
    }

    public Observation {
        settings = Map.copyOf(settings);
        if ((kind == Kind.DONE) != Double.isFinite(value)) {
            throw new IllegalArgumentException(kind + " " + value);
        }
    }

    /** A trial that is called by its place in the history. */
    public Observation(Map<String, String> settings, double value, double error, double cost, Kind kind) {
        this(settings, value, error, cost, kind, 0);
    }

    /** The same, called by this number. */
    public Observation numbered(int called) {
        return new Observation(settings, value, error, cost, kind, called);
    }

    /** A trial with a figure whose error and cost are not known. */
    public static Observation done(Map<String, String> settings, double value) {
        return new Observation(settings, value, Double.NaN, Double.NaN, Kind.DONE);
    }

    /** A trial under way. */
    public static Observation pending(Map<String, String> settings) {
        return new Observation(settings, Double.NaN, Double.NaN, Double.NaN, Kind.PENDING);
    }

    /** A trial that gives no figure. */
    public static Observation failed(Map<String, String> settings) {
        return new Observation(settings, Double.NaN, Double.NaN, Double.NaN, Kind.FAILED);
    }
}
