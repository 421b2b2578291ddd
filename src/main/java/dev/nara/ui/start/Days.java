package dev.nara.ui.start;

import dev.nara.ui.common.Texts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Formats days relative to today: today, yesterday, 27 Nov. */
final class Days {
    private Days() {}

    /** A day written as 2022-04-30; unchanged if it cannot be parsed. */
    static String day(String written, Texts texts) {
        try {
            return day(LocalDate.parse(written), LocalDate.now(ZoneId.systemDefault()), texts);
        } catch (DateTimeParseException e) {
            return written;
        }
    }

    static String day(LocalDate day, LocalDate today, Texts texts) {
        if (day.equals(today)) {
            return texts.get("start.today");
        } else if (day.equals(today.minusDays(1))) {
            return texts.get("start.yesterday");
        }
        boolean korean = texts.locale().getLanguage().equals("ko");
        boolean thisYear = day.getYear() == today.getYear();
        String pattern = korean ? (thisYear ? "M'월' d'일'" : "yyyy-MM-dd") : (thisYear ? "d MMM" : "d MMM yyyy");
        return day.format(DateTimeFormatter.ofPattern(pattern, korean ? Locale.KOREAN : Locale.ENGLISH));
    }

    /** The day and the time. */
    static String moment(LocalDateTime moment, Texts texts) {
        return day(moment.toLocalDate(), LocalDate.now(ZoneId.systemDefault()), texts)
                + moment.format(DateTimeFormatter.ofPattern(" HH:mm", Locale.ROOT));
    }
}
