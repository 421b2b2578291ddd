package dev.nara.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as one sortable number: minutes since 1970 times 100 plus an order within the minute, 0 … 99. The service writes
 * yyyyMMddHHmm followed by two digits that run to 99, so they order starts but are no seconds.
 */
public final class LogTime {
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
        int days = daysInMonth(year, month);
        if (day > days) {
            throw new IllegalArgumentException(digits);
        }
        long minutes = (LocalDate.of(year, month, day).toEpochDay() * 24 + hour) * 60 + minute;
        return minutes * 100 + number(digits, 12, 14);
    }

    /** The first moment of a day. */
    public static long of(LocalDate day) {
        return day.toEpochDay() * 24 * 60 * 100;
    }

    /** The minute a time lies in. */
    public static LocalDateTime toDateTime(long time) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(time, 100L) * 60, 0, ZoneOffset.UTC);
    }

    /** The day a time lies in. */
    public static LocalDate toDate(long time) {
        return LocalDate.ofEpochDay(day(time));
    }

    /** The hour of the day, 0 … 23. */
    public static int hour(long time) {
        return (int) (Math.floorMod(time, 24L * 60 * 100) / (60 * 100));
    }

    /** Minutes since 1970 of a time. */
    public static long minute(long time) {
        return Math.floorDiv(time, 100L);
    }

    /** The day a time lies in, counted from 1970-01-01. */
    public static long day(long time) {
        return Math.floorDiv(time, 24L * 60 * 100);
    }

    private static int daysInMonth(int year, int month) {
        return LocalDate.of(year, month, 1).lengthOfMonth();
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
