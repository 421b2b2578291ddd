package dev.nara.synth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The calendar of the data: days are counted from 1 March 2022, moments in hundredths of a minute since that midnight.
 * The last two digits of a printed time are seconds on most devices and hundredths of a minute on some.
 */
final class ServiceDays {
    /** March and April. */
    static final int HISTORY_DAYS = 61;

    /** March to July. */
    static final int DAYS = 153;

    static final int MINUTE = 100;
    static final int DAY = 24 * 60 * MINUTE;

    private static final LocalDate FIRST = LocalDate.of(2022, 3, 1);
    private static final int LAST_USUAL_DAY = 57;
    private static final double WEEKEND_LIFT = 1.4;
    private static final double DAILY_DECLINE = 0.9935;

    /** Session starts by hour; viewing starts lag behind, so the peak at 19 h needs sessions from 18 h on. */
    private static final double[] HOURS = {
        0.5, 0.2, 0.1, 0.1, 0.1, 0.3, 1.4, 4.2, 6.0, 5.0, 4.2, 4.0, 4.2, 4.3, 4.4, 4.8, 6.3, 8.2, 9.9, 10.4, 7.6, 5.2,
        2.8, 1.1
    };

    private final Odds days;
    private final Odds hours = new Odds(HOURS);
    private final String[] dates = new String[DAYS + 2];

    ServiceDays() {
        double[] weights = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            weights[day] = weight(day);
        }
        days = new Odds(weights);
        for (int day = 0; day < dates.length; day++) {
            dates[day] = date(day);
        }
    }

    private static double weight(int day) {
        // The last three days of April are nearly empty in the real log.
        double outage = day >= LAST_USUAL_DAY + 1 && day < HISTORY_DAYS ? 0.02 : 1;
        DayOfWeek weekday = FIRST.plusDays(day).getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        return outage * (weekend ? WEEKEND_LIFT : 1) * StrictMath.pow(DAILY_DECLINE, day);
    }

    /** A random moment for the start of a session, from the first to the last day. */
    int draw(Dice dice, int firstDay, int lastDay) {
        int day = days.draw(dice, firstDay, lastDay);
        return day * DAY + hours.draw(dice) * 60 * MINUTE + dice.below(60 * MINUTE);
    }

    /** yyyyMMdd of any day, also one before the first. */
    static String date(int day) {
        return FIRST.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** yyyyMMddHHmm and two digits: hundredths of a minute, or seconds. */
    String print(int moment, boolean hundredths) {
        int day = moment / DAY;
        int minutes = moment % DAY / MINUTE;
        int last = moment % MINUTE;
        StringBuilder text = new StringBuilder(14).append(dates[day]);
        twoDigits(text, minutes / 60);
        twoDigits(text, minutes % 60);
        twoDigits(text, hundredths ? last : last * 60 / MINUTE);
        return text.toString();
    }

    private static void twoDigits(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Seconds in the unit of moments, rounded up. */
    static int duration(int seconds) {
        return (seconds * MINUTE + 59) / 60;
    }
}
