package dev.nara.data.read.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** A date with an optional time of day and zone, in the form of a formatter. A date without a time is the beginning of its day. */
final class PatternForm implements TimeForm {
    private final DateTimeFormatter formatter;
    private final boolean timed;

    /** {@code timed} says whether a time of day is required. */
    PatternForm(DateTimeFormatter formatter, boolean timed) {
        this.formatter = formatter;
        this.timed = timed;
    }

    @Override
    public boolean read(String text, WrittenTime into) {
        try {
            TemporalAccessor read = formatter.parse(text);
            LocalDate day = read.query(TemporalQueries.localDate());
            LocalTime clock = read.query(TemporalQueries.localTime());
            if (day == null || (timed && clock == null)) {
                return false;
            }
            LocalDateTime written = day.atTime(clock == null ? LocalTime.MIDNIGHT : clock);
            ZoneId zone = read.query(TemporalQueries.zone());
            return zone == null ? into.local(written) : into.zoned(written, offset(written, zone));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static ZoneOffset offset(LocalDateTime written, ZoneId zone) {
        return zone instanceof ZoneOffset fixed ? fixed : zone.getRules().getOffset(written);
    }
}
