package dev.nara.algorithm;

import java.util.List;

/**
 * What of a parameter is worth trying, far narrower than what it accepts.
 *
 * @param values what is tried
 * @param usual whether a search varies it when nothing is said
 * @param needs what data must have for it to make a difference
 * @param switchedBy another parameter whose 0 makes this one mean nothing, "" for none
 */
public record SearchRange(Values values, boolean usual, Needs needs, String switchedBy) {
    /** What is tried. */
    public sealed interface Values {}

    /**
     * Numbers from low to high, both included, whole ones where the parameter is.
     *
     * @param log whether equal factors are equally far apart, else equal differences
     * @param step the distance of two neighbours, 0 for none
     * @param zero whether 0 is tried too, which lies below
     */
    public record Numbers(double low, double high, boolean log, double step, boolean zero) implements Values {}

    /** A few values from little to much. */
    public record Ladder(List<String> values) implements Values {}

    /** A few values without an order. */
    public record Words(List<String> values) implements Values {}

    /** No side features, or those that the data's known columns make. */
    public record KnownColumns() implements Values {}

    /** What data must have for a parameter to make a difference. */
    public enum Needs {
        /** Nothing. */
        NOTHING,
        /** Rows of more than one time, told in dates. */
        DATES,
        /** Pairs of a user and an item in more than one row, by more than chance. */
        REPEATS
    }

    /** Numbers on a scale of equal factors. */
    public static SearchRange log(double low, double high) {
        return numbers(low, high, true, 0, false);
    }

    /** 0, or numbers on a scale of equal factors. */
    public static SearchRange zeroOrLog(double low, double high) {
        return numbers(low, high, true, 0, true);
    }

    /** Numbers on a scale of equal differences. */
    public static SearchRange linear(double low, double high, double step) {
        return numbers(low, high, false, step, false);
    }

    private static SearchRange numbers(double low, double high, boolean log, double step, boolean zero) {
        return of(new Numbers(low, high, log, step, zero));
    }

    /** Values from little to much. */
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

    /** The same, varied only on demand. */
    public SearchRange onDemand() {
        return new SearchRange(values, false, needs, switchedBy);
    }

    /** The same for data that has this. */
    public SearchRange needing(Needs need) {
        return new SearchRange(values, usual, need, switchedBy);
    }

    /** The same where another parameter is not 0. */
    public SearchRange switchedBy(String parameter) {
        return new SearchRange(values, usual, needs, parameter);
    }
}
