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
 * What the times of a log are, and the days and hours they lie in: the one place that cuts them.
 *
 * @param kind what the numbers mean
 * @param zone whose days are cut; of times written without one it is only a name, null where nobody named it
 * @param example one time as it is written and as it was read, "" for none
 */
public record LogCalendar(Kind kind, @Nullable ZoneId zone, String example) {
    /** The order of lines, nothing else. */
    public static final LogCalendar LINES = new LogCalendar(Kind.LINES, null, "");

    /** Numbers that order a user's rows. */
    public static final LogCalendar ORDER = new LogCalendar(Kind.ORDER, null, "");

    /** Times written without a zone, and nobody named one. */
    public static final LogCalendar AS_WRITTEN = new LogCalendar(Kind.LOCAL, null, "");

    /** What the numbers of a log's times mean. */
    public enum Kind {
        /** There are no times; rows are numbered as their lines. */
        LINES,
        /** Whole numbers that order a user's rows, such as those of the NCF files. */
        ORDER,
        /** A {@link LogTime} made of small numbers, such as years or counts: an order, no dates. */
        NUMBERS,
        /** A {@link LogTime}, the same in every row: neither an order nor dates. */
        ONE_INSTANT,
        /** A {@link LogTime} written without a zone: days are cut as they are written. */
        LOCAL,
        /** The same, as the service writes them: yyyyMMddHHmm and an order of 0 to 99 within the minute. */
        MINUTES,
        /** A {@link LogTime} that means an instant: days are cut in the zone. */
        INSTANTS
    }

    /** Whether times are real dates. */
    public boolean dates() {
        return kind == Kind.LOCAL || kind == Kind.MINUTES || kind == Kind.INSTANTS;
    }

    /** Whether times are {@link LogTime}s, though perhaps no dates. */
    boolean logTimes() {
        return kind != Kind.LINES && kind != Kind.ORDER;
    }

    /** Whether times say which of a user's rows is later, apart from the order of lines. */
    public boolean orders() {
        return kind != Kind.LINES && kind != Kind.ONE_INSTANT;
    }

    /** A hash that changes when days begin elsewhere; 0 for UTC, in which earlier programs cut all days. */
    long hash() {
        boolean elsewhere = kind == Kind.INSTANTS && zone != null && !zone.equals(ZoneOffset.UTC);
        return elsewhere ? zoneName().hashCode() : 0;
    }

    /** The day a time lies in, counted from 1970-01-01. */
    public long day(long time) {
        return LogTime.day(local(time));
    }

    /** The day a time lies in. */
    public LocalDate date(long time) {
        return LocalDate.ofEpochDay(day(time));
    }

    /** The hour of the day, 0 … 23. */
    public int hour(long time) {
        return LogTime.hour(local(time));
    }

    /** The first moment of a day; the first or last time there is for one before or after all. */
    public long start(LocalDate day) {
        if (kind != Kind.INSTANTS || zone == null) {
            return LogTime.of(day);
        }
        long seconds = day.atStartOfDay(zone).toEpochSecond();
        long most = Long.MAX_VALUE / LogTime.SECOND;
        return seconds > most ? Long.MAX_VALUE : seconds < -most ? Long.MIN_VALUE : seconds * LogTime.SECOND;
    }

    /** The time on the clock of the zone, as if that were UTC. */
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

    /** A time for people: the date with minutes and what there is of seconds, or the number. */
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

    /** In which zone days are cut, and one time as it is written and as it was read; none where times are no dates. */
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

    /** The name of the zone whose days are cut, "" where none is known. */
    public String zoneName() {
        return zone == null ? "" : zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
