package dev.nara.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as one sortable number: nanoseconds since 1970, from 1677 to 2262. The service writes yyyyMMddHHmm followed by two digits up to 99,
 * which order the starts within a minute but are not seconds: values up to 59 are read as seconds, larger ones are placed within the last
 * second of the minute, 0.02 s apart.
 */
public final class LogTime {
    /** Nanoseconds in a second. */
    public static final long SECOND = 1_000_000_000;

    /** Nanoseconds in a minute. */
    public static final long MINUTE = 60 * SECOND;

    /** Nanoseconds in an hour. */
    public static final long HOUR = 60 * MINUTE;

    /** Nanoseconds in a day. */
    public static final long DAY = 24 * HOUR;

    private static final int LAST_SECOND = 59;
    private static final long SQUEEZED = SECOND / 50;

    private LogTime() {}

    /**
     * Reads 14 digits yyyyMMddHHmm + order.
     *
     * @throws IllegalArgumentException if the text is not such a time
     */
    public static long ofDigits(String digits) {
        if (digits.length() != 14) {
            throw new IllegalArgumentException(digits);
        }
        int year = number(digits, 0, 4);
        int month = number(digits, 4, 6);
        int day = number(digits, 6, 8);
        int hour = number(digits, 8, 10);
        int minute = number(digits, 10, 12);
        if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) {
            throw new IllegalArgumentException(digits);
        }
        LocalDate first = LocalDate.of(year, month, 1);
        long start = day > first.lengthOfMonth() ? Long.MIN_VALUE : of(first.plusDays(day - 1L));
        if (start == Long.MIN_VALUE || start == Long.MAX_VALUE) {
            throw new IllegalArgumentException(digits);
        }
        return start + (hour * 60L + minute) * MINUTE + within(number(digits, 12, 14));
    }

    /** The nanoseconds within the minute for an order of 0 … 99. */
    private static long within(int order) {
        return order <= LAST_SECOND ? order * SECOND : LAST_SECOND * SECOND + (order - LAST_SECOND) * SQUEEZED;
    }

    /** The first moment of a day; the first or last possible time for days out of range. */
    public static long of(LocalDate day) {
        long days = day.toEpochDay();
        long most = Long.MAX_VALUE / DAY;
        return days > most ? Long.MAX_VALUE : days < -most ? Long.MIN_VALUE : days * DAY;
    }

    /** The minute of a time. */
    public static LocalDateTime toDateTime(long time) {
        return LocalDateTime.ofEpochSecond(minute(time) * 60, 0, ZoneOffset.UTC);
    }

    /** The day of a time. */
    public static LocalDate toDate(long time) {
        return LocalDate.ofEpochDay(day(time));
    }

    /** The hour of the day, 0 … 23. */
    public static int hour(long time) {
        return (int) (Math.floorMod(time, DAY) / HOUR);
    }

    /** The minutes from 1970 to a time. */
    public static long minute(long time) {
        return Math.floorDiv(time, MINUTE);
    }

    /** The day of a time, counted from 1970-01-01. */
    public static long day(long time) {
        return Math.floorDiv(time, DAY);
    }

    /** The seconds since 1970 as a decimal number without trailing zeros. */
    public static String seconds(long time) {
        return BigDecimal.valueOf(time, 9).stripTrailingZeros().toPlainString();
    }

    /** The order within the minute from {@link #ofDigits}, 0 … 99; for other times the second, 0 … 59. */
    public static int order(long time) {
        long within = Math.floorMod(time, MINUTE);
        long rest = within % SECOND;
        return (int) (within / SECOND + (isSqueezed(within) ? rest / SQUEEZED : 0));
    }

    /** The part of a time after its minute and {@link #order}, in nanoseconds: 0 … 999,999,999. */
    static long beyondOrder(long time) {
        long within = Math.floorMod(time, MINUTE);
        return isSqueezed(within) ? 0 : within % SECOND;
    }

    private static boolean isSqueezed(long withinMinute) {
        long rest = withinMinute - LAST_SECOND * SECOND;
        return rest > 0 && rest <= 40 * SQUEEZED && rest % SQUEEZED == 0;
    }

    private static int number(String digits, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException(digits);
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
