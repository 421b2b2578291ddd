package dev.nara.algorithm;

import java.util.List;

/**
 * The values of a parameter that a search tries, far narrower than the accepted ones.
 *
 * @param values to try
 * @param usual whether a search varies it by default
 * @param needs what the data must have for it to matter
 * @param switchedBy another parameter whose 0 makes this one irrelevant; "" for none
 */
public record SearchRange(Values values, boolean usual, Needs needs, String switchedBy) {
    /** The values to try. */
    public sealed interface Values {}

    /**
     * Numbers from low to high, inclusive, whole ones if the parameter is.
     *
     * @param log whether the scale is logarithmic instead of linear
     * @param step between neighbours; 0 for none
     * @param zero whether 0, below the range, is tried as well
     */
    public record Numbers(double low, double high, boolean log, double step, boolean zero) implements Values {}

    /** A few values in ascending order; 0, if it means without end, comes last. */
    public record Ladder(List<String> values) implements Values {}

    /** A few values without an order. */
    public record Words(List<String> values) implements Values {}

    /** No side features, or those from known columns of the data. */
    public record KnownColumns() implements Values {}

    /** What the data must have for a parameter to matter. */
    public enum Needs {
        /** Nothing. */
        NOTHING,
        /** Rows of more than one time, with dates. */
        DATES,
        /** Repeated (user, item) pairs, more than by chance. */
        REPEATS
    }

    /** Numbers on a logarithmic scale. */
    public static SearchRange log(double low, double high) {
        return numbers(low, high, true, 0, false);
    }

    /** 0, or numbers on a logarithmic scale. */
    public static SearchRange zeroOrLog(double low, double high) {
        return numbers(low, high, true, 0, true);
    }

    /** Numbers on a linear scale. */
    public static SearchRange linear(double low, double high, double step) {
        return numbers(low, high, false, step, false);
    }

    private static SearchRange numbers(double low, double high, boolean log, double step, boolean zero) {
        return of(new Numbers(low, high, log, step, zero));
    }

    /** Values in ascending order; 0, if it means without end, comes last, beside the largest, which it is most like. */
    public static SearchRange ladder(String... values) {
        return of(new Ladder(List.of(values)));
    }

    /** Values without an order. */
    public static SearchRange words(List<String> values) {
        return of(new Words(values));
    }

    /** Side features or none. */
    public static SearchRange knownColumns() {
        return of(new KnownColumns());
    }

    private static SearchRange of(Values values) {
        return new SearchRange(values, true, Needs.NOTHING, "");
    }

    /** A copy that is varied only if asked for. */
    public SearchRange onDemand() {
        return new SearchRange(values, false, needs, switchedBy);
    }

    /** A copy that matters only for data with this. */
    public SearchRange needing(Needs need) {
        return new SearchRange(values, usual, need, switchedBy);
    }

    /** A copy that matters only if another parameter is not 0. */
    public SearchRange switchedBy(String parameter) {
        return new SearchRange(values, usual, needs, parameter);
    }
}
