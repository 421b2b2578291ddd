package dev.nara.analysis;

import dev.nara.text.BareNumbers;

/** A difference of two means and its interval, as every view spells them: +.011 [+.006, +.016]. */
public final class DifferenceWords {
    private static final int USUAL_DIGITS = 3;

    /** Intervals that are narrower take a digit more. */
    private static final double NARROW = 0.002;

    private DifferenceWords() {}

    /** The difference with its interval. */
    public static String of(double difference, double low, double high) {
        return BareNumbers.signed(difference, digits(low, high)) + " " + interval(low, high);
    }

    /** The difference alone, with as many digits as it has beside its interval. */
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
