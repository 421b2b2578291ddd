package dev.nara.data;

import dev.nara.text.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a log's times, and the only place that divides them into days and hours.
 *
 * @param kind what the numbers mean
 * @param zone that determines the days; for times written without a zone only a name, null if not given
 * @param example one time as written in the file and as it was read, "" for none
 */
public record LogCalendar(Kind kind, @Nullable ZoneId zone, String example) {
    /** No times, only the order of lines. */
    public static final LogCalendar LINES = new LogCalendar(Kind.LINES, null, "");

    /** Numbers that order a user's rows. */
    public static final LogCalendar ORDER = new LogCalendar(Kind.ORDER, null, "");

    /** Times written without a zone, and none was given. */
    public static final LogCalendar AS_WRITTEN = new LogCalendar(Kind.LOCAL, null, "");

    /** What the numbers of a log's times mean. */
    public enum Kind {
        /** There are no times; rows are numbered by their lines. */
        LINES,
        /** Whole numbers that order a user's rows, such as those of the NCF files. */
        ORDER,
        /** A {@link LogTime} made of small numbers, such as years or counts: an order, not dates. */
        NUMBERS,
        /** A {@link LogTime}, the same in every row: neither an order nor dates. */
        ONE_INSTANT,
        /** A {@link LogTime} written without a zone: the days are those written. */
        LOCAL,
        /** Like {@link #LOCAL}, in the service's format: yyyyMMddHHmm and an order of 0 to 99 within the minute. */
        MINUTES,
        /** A {@link LogTime} that is an instant: the days are those of the zone. */
        INSTANTS
    }

    /** Whether times are real dates. */
    public boolean dates() {
        return kind == Kind.LOCAL || kind == Kind.MINUTES || kind == Kind.INSTANTS;
    }

    /** Whether times are {@link LogTime}s, even if they are not dates. */
    boolean logTimes() {
        return kind != Kind.LINES && kind != Kind.ORDER;
    }

    /** Whether times tell which of a user's rows is later, independently of the order of lines. */
    public boolean orders() {
        return kind != Kind.LINES && kind != Kind.ONE_INSTANT;
    }

    /** A hash that changes with the boundaries of days; 0 for UTC, which earlier versions used for all days. */
    long hash() {
        boolean elsewhere = kind == Kind.INSTANTS && zone != null && !zone.equals(ZoneOffset.UTC);
        return elsewhere ? zoneName().hashCode() : 0;
    }

    /** The day of a time, counted from 1970-01-01. */
    public long day(long time) {
        return LogTime.day(local(time));
    }

    /** The day of a time. */
    public LocalDate date(long time) {
        return LocalDate.ofEpochDay(day(time));
    }

    /** The hour of the day, 0 … 23. */
    public int hour(long time) {
        return LogTime.hour(local(time));
    }

    /** The first moment of a day; the first or last possible time for days out of range. */
    public long start(LocalDate day) {
        if (kind != Kind.INSTANTS || zone == null) {
            return LogTime.of(day);
        }
        long seconds = day.atStartOfDay(zone).toEpochSecond();
        long most = Long.MAX_VALUE / LogTime.SECOND;
        return seconds > most ? Long.MAX_VALUE : seconds < -most ? Long.MIN_VALUE : seconds * LogTime.SECOND;
    }

    /** The local time in the zone, represented as if it were UTC. */
    private long local(long time) {
        if (kind != Kind.INSTANTS || zone == null || zone.equals(ZoneOffset.UTC)) {
            return time;
        }
        ZoneOffset offset = zone instanceof ZoneOffset fixed
                ? fixed
                : zone.getRules().getOffset(Instant.ofEpochSecond(Math.floorDiv(time, LogTime.SECOND)));
        long ahead = offset.getTotalSeconds() * LogTime.SECOND;
        long sum = time + ahead;
        boolean over = ((time ^ sum) & (ahead ^ sum)) < 0;
        return over ? time : sum;
    }

    /** A time as text: the date with minutes and seconds as far as present, or the number. */
    public String text(long time) {
        if (kind == Kind.LINES || kind == Kind.ORDER) {
            return Long.toString(time);
        }
        if (kind == Kind.NUMBERS) {
            return LogTime.seconds(time);
        }
        long local = local(time);
        LocalDateTime shown = LocalDateTime.ofEpochSecond(
                Math.floorDiv(local, LogTime.SECOND), (int) Math.floorMod(local, LogTime.SECOND), ZoneOffset.UTC);
        return (kind == Kind.MINUTES ? shown.truncatedTo(ChronoUnit.MINUTES) : shown)
                .toString()
                .replace('T', ' ');
    }

    /** The zone of days, and one time as written in the file and as it was read; empty if times are not dates. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (dates()) {
            String zoneKey = kind == Kind.INSTANTS ? "profile.zone" : "profile.zone.written";
            facts.add(new Fact(zoneKey, zoneName().isEmpty() ? "–" : zoneName()));
        }
        if (!example.isEmpty()) {
            facts.add(new Fact("profile.times", example));
        }
        return facts;
    }

    /** The name of the zone that determines days, "" if unknown. */
    public String zoneName() {
        return zone == null ? "" : zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
