package dev.nara.analysis;

import dev.nara.text.BareNumbers;

/** Formats a difference of two means and its interval the same way in every view: +.011 [+.006, +.016]. */
public final class DifferenceWords {
    private static final int USUAL_DIGITS = 3;

    /** Narrower intervals are shown with one more digit. */
    private static final double NARROW = 0.002;

    private DifferenceWords() {}

    /** The difference with its interval. */
    public static String of(double difference, double low, double high) {
        return BareNumbers.signed(difference, digits(low, high)) + " " + interval(low, high);
    }

    /** The difference alone, with the digits that it has next to its interval. */
    public static String alone(double difference, double low, double high) {
        return BareNumbers.signed(difference, digits(low, high));
    }

    /** The interval alone. */
    public static String interval(double low, double high) {
        int digits = digits(low, high);
        return "[" + BareNumbers.signed(low, digits) + ", " + BareNumbers.signed(high, digits) + "]";
    }

    private static int digits(double low, double high) {
        return high - low < NARROW ? USUAL_DIGITS + 1 : USUAL_DIGITS;
    }
}
