package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DayCountsTest {
    private static Interactions at(String... instants) {
        InteractionsBuilder rows = new InteractionsBuilder();
        for (String instant : instants) {
            rows.add(0, 0, Instant.parse(instant).getEpochSecond() * LogTime.SECOND);
        }
        return rows.build(1, 1);
    }

    private static String counts(ZoneId zone, String... instants) {
        return DayCounts.rows(at(instants), new LogCalendar(LogCalendar.Kind.INSTANTS, zone, ""))
                .toString();
    }

    @Test
    void daysAreCutInTheZone() {
        String[] instants = {"2020-02-28T23:30:00Z", "2020-02-28T14:59:59Z", "2020-02-28T15:00:00Z"};
        assertEquals("{2020-02-28=3}", counts(ZoneOffset.UTC, instants));
        assertEquals("{2020-02-28=1, 2020-02-29=2}", counts(ZoneId.of("Asia/Seoul"), instants));
    }

    @Test
    void aDayAtEachEndOfTimeIsCounted() {
        assertEquals(
                "{1677-09-22=1, 1970-01-01=1, 2262-04-11=1}",
                counts(
                        ZoneId.of("America/New_York"),
                        "1677-09-22T06:00:00Z",
                        "1970-01-01T12:00:00Z",
                        "2262-04-11T12:00:00Z"));
    }

    @Test
    void noRowsHaveNoDays() {
        assertEquals("{}", counts(ZoneOffset.UTC));
    }
}
