package dev.nara.ui.data.figures;

import dev.nara.spec.SplitParts.Days;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The words of the Data workspace for the open data: children and albums where it is the service's, else users and items; its days
 * and large numbers.
 *
 * @param service whether the data is the service's own
 */
public record DataWords(Texts texts, boolean service) {
    private static final String SERVICE = ".service";
    private static final String ONE = ".one";
    private static final double THOUSAND = 1000;
    private static final double MYRIAD = 10_000;

    /** A text that names users or items. */
    public String get(String name, Object... arguments) {
        return texts.get(key(name), arguments);
    }

    /** The key of such a text. */
    public String key(String name) {
        String key = "words." + name;
        return service && Text.exists(key + SERVICE, Locale.ENGLISH) ? key + SERVICE : key;
    }

    /** So many users. */
    public String users(long count) {
        return count("users", count);
    }

    /** So many items. */
    public String items(long count) {
        return count("items", count);
    }

    private String count(String name, long count) {
        return texts.get(key(count == 1 ? name + ONE : name), Numbers.grouped(count));
    }

    /** A day, as in "15 April". */
    public String day(LocalDate day) {
        return written(day, "data.date.long");
    }

    /** A day for an axis, as in "15 Apr". */
    String shortDay(LocalDate day) {
        return written(day, "data.date.short");
    }

    /** A day with its year. */
    String fullDay(LocalDate day) {
        return written(day, "data.date.full");
    }

    /** From a day to another, the year once where it is the same. */
    public String period(Days days) {
        if (days.first().equals(days.last())) {
            return fullDay(days.first());
        }
        boolean year = days.first().getYear() == days.last().getYear();
        return written(days.first(), year ? "data.date.from" : "data.date.brief")
                + " – "
                + written(days.last(), year ? "data.date.to" : "data.date.brief");
    }

    /** The same without years where there is but one, for a part of a period that is named elsewhere. */
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

    /** A count for an axis: 800, 10 k, 1.5 M; in Korean by ten thousands. */
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
