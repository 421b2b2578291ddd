package dev.nara.search.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * Maps a range of numbers to 0 … 1, linearly or logarithmically. Numbers in steps are cells, from half a step before to half a step after
 * the number.
 *
 * @param unit the step; 0 for continuous ranges
 * @param zero whether 0 is included, too, in addition to those from low to high
 */
record NumberScale(double low, double high, double unit, boolean log, boolean zero) {
    private static final int DIGITS = 4;
    /** The share of 0 … 1 for the value 0, if included. */
    private static final double ZERO = .1;

    /** The number in a text; NaN if it is none. */
    static double number(String value) {
        try {
            return Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private double zeroPart() {
        return zero ? ZERO : 0;
    }

    private long steps() {
        return (long) Math.floor((high - low) / unit + 1e-9) + 1;
    }

    private double first() {
        double first = unit == 0 ? low : log ? Math.max(low - unit / 2, low / 2) : low - unit / 2;
        return log ? Math.log(first) : first;
    }

    private double last() {
        double last = unit == 0 ? high : low + (steps() - .5) * unit;
        return log ? Math.log(last) : last;
    }

    /** The number at a position in 0 … 1. */
    double at(double place) {
        if (zero && place < ZERO) {
            return 0;
        }
        double inside = Math.min(1, (place - zeroPart()) / (1 - zeroPart()));
        double along = first() + Math.max(0, inside) * (last() - first());
        double number = log ? Math.exp(along) : along;
        if (unit == 0) {
            return Math.min(high, Math.max(low, rounded(number)));
        }
        return step(Math.min(steps() - 1, Math.max(0, Math.round((number - low) / unit))));
    }

    private double step(long n) {
        return BigDecimal.valueOf(low)
                .add(BigDecimal.valueOf(unit).multiply(BigDecimal.valueOf(n)))
                .doubleValue();
    }

    /** The position of a number, below 0 or above 1 outside the range; NaN if it has none. */
    double place(double number) {
        if (zero && number == 0) {
            return ZERO / 2;
        }
        double along = log ? Math.log(number) : number;
        double inside = first() == last() ? number == low ? .5 : Double.NaN : (along - first()) / (last() - first());
        double place = zeroPart() + inside * (1 - zeroPart());
        return Double.isFinite(place) ? place : Double.NaN;
    }

    /** Whether a number is in the range. */
    boolean contains(double number) {
        if (zero && number == 0) {
            return true;
        }
        double slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
        double steps = unit == 0 ? 0 : (number - low) / unit;
        return number >= low - slack && number <= high + slack && Math.abs(steps - Math.rint(steps)) < 1e-6;
    }

    /** The count of numbers, if the range is not continuous. */
    OptionalLong count() {
        if (unit == 0 && low < high) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((unit == 0 ? 1 : steps()) + (zero ? 1 : 0));
    }

    /** The n-th number, counted from 0. */
    double value(long n) {
        long step = zero ? n - 1 : n;
        return step < 0 ? 0 : step(step);
    }

    /** The lowest number that is at least this one, apart from 0. */
    double from(double number) {
        double from = Math.max(low, number);
        return unit == 0 ? from : step((long) Math.ceil((from - low) / unit - 1e-9));
    }

    /** Four digits are precise enough: of the number itself on a logarithmic scale, of the range's width on a linear one. */
    private double rounded(double number) {
        BigDecimal exact = new BigDecimal(number);
        if (log || high == low) {
            return exact.round(new MathContext(DIGITS)).doubleValue();
        }
        int places = DIGITS - 1 - (int) Math.floor(Math.log10(high - low));
        return exact.setScale(places, RoundingMode.HALF_EVEN).doubleValue();
    }
}
