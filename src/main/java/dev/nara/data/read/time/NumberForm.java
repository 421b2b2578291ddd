package dev.nara.data.read.time;

import dev.nara.data.LogTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Seconds, milli-, micro- or nanoseconds since 1970; may be negative, or have a fraction or an exponent. If the unit is not specified, it
 * is the first in which the number is between the years 1677 and 2262, unless the number is one that browsers, Windows or .NET write for a
 * time since 1970; 14 digits that begin with 19 or 20 are a date.
 */
final class NumberForm implements TimeForm {
    /** Any unit, determined from the size of each number. */
    static final NumberForm ANY = new NumberForm(0);

    private static final long SMALL = 100_000_000;
    private static final long MOST = Long.MAX_VALUE / LogTime.SECOND;
    /** The smallest number of 14 digits that begins with 19 or 20; below is the number of such numbers. */
    private static final long FIRST_DATED = 19_000_000_000_000L;

    private static final long DATED = 2_000_000_000_000L;
    /** Microseconds since 1601, as browsers write them; these numbers are those of 1970 to 2100. */
    private static final Since BROWSER = new Since(11_644_473_600_000_000L, 1000);

    /** Tenths of a microsecond since 1601, as Windows writes them. */
    private static final Since WINDOWS = new Since(116_444_736_000_000_000L, 100);

    /** Tenths of a microsecond since the year 1, as .NET writes them. */
    private static final Since TICKS = new Since(621_355_968_000_000_000L, 100);

    private static final List<Since> ALL = List.of(BROWSER, WINDOWS, TICKS);

    /** As nanoseconds since 1970, such numbers would be of months of 1970, 1974 and 1990. */
    private static final long CENTURY = 36_525L * 86_400 * LogTime.SECOND;

    private static final int DIGITS = 18;
    private static final int LONGEST = 64;
    private final long unit;

    /** {@code unit} in nanoseconds, 0 to determine it from the size of each number. */
    NumberForm(long unit) {
        this.unit = unit;
    }

    /** Numbers of a unit of so many nanoseconds, with the number of the beginning of 1970. */
    private record Since(long start, long size) {
        boolean has(long value) {
            return value >= start && value - start < CENTURY / size;
        }

        long nanoseconds(long value) {
            return (value - start) * size;
        }
    }

    @Override
    public boolean read(String text, WrittenTime into) {
        int length = text.length();
        boolean negative = length > 0 && text.charAt(0) == '-';
        int from = negative ? 1 : 0;
        if (length - from < 1 || length - from > DIGITS) {
            return decimal(text, into);
        }
        long value = 0;
        for (int i = from; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return decimal(text, into);
            }
            value = value * 10 + digit;
        }
        if (unit == 0 && DigitsForm.looksDated(text)) {
            return DigitsForm.ANY.read(text, into);
        }
        if (unit == 0 && !negative && value >= BROWSER.start) {
            return large(value, into);
        }
        long size = unit == 0 ? unit(value) : unit;
        if (value > Long.MAX_VALUE / size) {
            return false;
        }
        return into.number((negative ? -value : value) * size, unit == 0 && value < SMALL);
    }

    @Override
    public boolean read(long number, WrittenTime into) {
        long value = Math.abs(number);
        boolean dated = value >= FIRST_DATED && value < FIRST_DATED + DATED;
        if (number == Long.MIN_VALUE || (unit == 0 && dated)) {
            return read(Long.toString(number), into);
        }
        if (unit == 0 && number >= BROWSER.start) {
            return large(number, into);
        }
        long size = unit == 0 ? unit(value) : unit;
        return value <= Long.MAX_VALUE / size && into.number(number * size, unit == 0 && value < SMALL);
    }

    private static boolean large(long value, WrittenTime into) {
        for (Since since : ALL) {
            if (since.has(value)) {
                return into.number(since.nanoseconds(value), false);
            }
        }
        return into.number(value, false);
    }

    private static long unit(long value) {
        long size = LogTime.SECOND;
        for (long most = MOST; value > most && size > 1; most *= 1000) {
            size /= 1000;
        }
        return size;
    }

    private boolean decimal(String text, WrittenTime into) {
        if (text.length() > LONGEST || !isNumber(text)) {
            return false;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.signum() != 0 && Math.abs((long) value.precision() - value.scale()) > LONGEST) {
                return false;
            }
            BigDecimal magnitude = value.abs();
            long whole = magnitude.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                    ? Long.MAX_VALUE
                    : magnitude.longValue();
            long size = unit == 0 ? unit(whole) : unit;
            BigDecimal exact = value.multiply(BigDecimal.valueOf(size));
            return into.number(exact.setScale(0, RoundingMode.FLOOR).longValueExact(), unit == 0 && whole < SMALL);
        } catch (ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    /** Whether a text is a number of digits with an optional point, exponent and signs; Java's other notations are not accepted. */
    static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
