package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nara.data.LogCalendar.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogCalendarTest {
    private static final LogCalendar PARIS = new LogCalendar(Kind.INSTANTS, ZoneId.of("Europe/Paris"), "");

    private static long utc(String time) {
        return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC) * LogTime.SECOND;
    }

    @Test
    void aDayBeginsAndEndsWhereItsZoneSays() {
        LocalDate day = LocalDate.of(2020, 10, 25);
        assertEquals(utc("2020-10-24T22:00:00"), PARIS.start(day), "in summer time");
        assertEquals(utc("2020-10-25T23:00:00"), PARIS.start(day.plusDays(1)), "25 hours later");
        assertEquals(day, PARIS.date(PARIS.start(day)));
        assertEquals(day.minusDays(1), PARIS.date(PARIS.start(day) - 1));
        assertEquals(2, PARIS.hour(utc("2020-10-25T00:59:59")));
        assertEquals(2, PARIS.hour(utc("2020-10-25T01:59:59")));
        assertEquals("2020-10-25 02:59:59", PARIS.text(utc("2020-10-25T01:59:59")));
    }

    @Test
    void aTimeWithoutAZoneIsCutAsItIsWritten() {
        LogCalendar seoul = new LogCalendar(Kind.LOCAL, ZoneId.of("Asia/Seoul"), "");
        assertEquals(utc("2020-10-25T00:00:00"), seoul.start(LocalDate.of(2020, 10, 25)));
        assertEquals(23, seoul.hour(utc("2020-10-25T23:10:00")));
        assertEquals("2020-10-25 23:10", seoul.text(utc("2020-10-25T23:10:00")));
        assertEquals("Asia/Seoul", seoul.zoneName());
        assertEquals(
                "2022-03-05 08:15", new LogCalendar(Kind.MINUTES, null, "").text(LogTime.ofDigits("20220305081599")));
    }

    @Test
    void numbersAreShownAsTheyAre() {
        assertEquals("7", LogCalendar.ORDER.text(7));
        assertEquals("2015", new LogCalendar(Kind.NUMBERS, null, "").text(2015 * LogTime.SECOND));
        assertFalse(new LogCalendar(Kind.ONE_INSTANT, null, "").dates());
    }

    @Test
    void daysFarAwayAndTimesAtTheEndStayInBounds() {
        assertEquals(Long.MIN_VALUE, PARIS.start(LocalDate.of(1, 1, 1)));
        assertEquals(Long.MAX_VALUE, PARIS.start(LocalDate.of(9999, 1, 1)));
        assertEquals(LocalDate.of(2262, 4, 11), PARIS.date(Long.MAX_VALUE));
    }

    @Test
    void anotherZoneIsAnotherFingerprintButTheSameRows() {
        Dataset toy = Toy.of(1, 2, new long[][] {{0, 0, 0}, {0, 1, LogTime.DAY}});
        Dataset utc = toy.with(new LogCalendar(Kind.INSTANTS, ZoneOffset.UTC, ""));
        Dataset paris = toy.with(PARIS);
        assertEquals(toy.fingerprint(), utc.fingerprint());
        assertNotEquals(utc.fingerprint(), paris.fingerprint());
        assertEquals(utc.rowsFingerprint(), paris.rowsFingerprint());
    }
}
