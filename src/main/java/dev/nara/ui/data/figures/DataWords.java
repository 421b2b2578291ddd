package dev.nara.ui.data.figures;

import dev.nara.spec.SplitParts.Days;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The words of the Data workspace for the open data: children and albums for the service's data, else users and items; and formats of days
 * and numbers.
 *
 * @param service whether the data are the service's own
 */
public record DataWords(Texts texts, boolean service) {
    private static final String SERVICE = ".service";
    private static final String ONE = ".one";
    private static final double THOUSAND = 1000;
    private static final double MYRIAD = 10_000;

    /** A text that mentions users or items. */
    public String get(String name, Object... arguments) {
        return texts.get(key(name), arguments);
    }

    /** The key of such a text. */
    public String key(String name) {
        String key = "words." + name;
        return service && Text.exists(key + SERVICE, Locale.ENGLISH) ? key + SERVICE : key;
    }

    /** A number of users. */
    public String users(long count) {
        return count("users", count);
    }

    /** A number of items. */
    public String items(long count) {
        return count("items", count);
    }

    private String count(String name, long count) {
        return texts.get(key(count == 1 ? name + ONE : name), Numbers.grouped(count));
    }

    /** A day such as "15 April". */
    public String day(LocalDate day) {
        return written(day, "data.date.long");
    }

    /** A day for an axis, such as "15 Apr". */
    String shortDay(LocalDate day) {
        return written(day, "data.date.short");
    }

    /** A day with its year. */
    String fullDay(LocalDate day) {
        return written(day, "data.date.full");
    }

    /** A period; the year is given once if both days have the same. */
    public String period(Days days) {
        if (days.first().equals(days.last())) {
            return fullDay(days.first());
        }
        boolean year = days.first().getYear() == days.last().getYear();
        return written(days.first(), year ? "data.date.from" : "data.date.brief")
                + " – "
                + written(days.last(), year ? "data.date.to" : "data.date.brief");
    }

    /** A part of a period that is named elsewhere, without years if both days have the same. */
    public String part(Days days) {
        if (days.first().getYear() != days.last().getYear()) {
            return period(days);
        }
        return days.first().equals(days.last()) ? day(days.first()) : day(days.first()) + " – " + day(days.last());
    }

    /** A label of a time axis. */
    String tick(LocalDate day, DayTicks.Unit unit) {
        return switch (unit) {
            case DAY -> shortDay(day);
            case MONTH -> written(day, "data.date.month");
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    private String written(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(texts.get(pattern), texts.locale()).format(day);
    }

    /** A count for an axis: 800, 10 k, 1.5 M; in Korean in units of ten thousand. */
    public String compact(double count) {
        boolean korean = texts.locale().getLanguage().equals("ko");
        if (count < THOUSAND) {
            return Numbers.plain(count);
        } else if (korean) {
            return count < MYRIAD
                    ? texts.get("data.thousands", Numbers.plain(count / THOUSAND))
                    : texts.get("data.myriads", Numbers.plain(count / MYRIAD));
        }
        return count < THOUSAND * THOUSAND
                ? texts.get("data.thousands", Numbers.plain(count / THOUSAND))
                : texts.get("data.millions", Numbers.plain(count / THOUSAND / THOUSAND));
    }
}
