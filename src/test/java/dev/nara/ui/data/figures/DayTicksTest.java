package dev.nara.ui.data.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Round days of a time axis, as close as there is room for. */
class DayTicksTest {
    private static List<String> ticks(String first, String last, int most) {
        return DayTicks.of(LocalDate.parse(first), LocalDate.parse(last), most).days().stream()
                .map(LocalDate::toString)
                .toList();
    }

    @Test
    void daysHalfMonthsMonthsAndYears() {
        assertEquals(List.of("2022-03-30", "2022-03-31", "2022-04-01"), ticks("2022-03-30", "2022-04-01", 5));
        assertEquals(
                List.of("2022-03-01", "2022-03-15", "2022-04-01", "2022-04-15"), ticks("2022-03-01", "2022-04-30", 5));
        assertEquals(
                List.of(
                        "1997-10-01",
                        "1997-11-01",
                        "1997-12-01",
                        "1998-01-01",
                        "1998-02-01",
                        "1998-03-01",
                        "1998-04-01"),
                ticks("1997-09-20", "1998-04-22", 8));
        assertEquals(List.of("1980-01-01", "2000-01-01", "2020-01-01"), ticks("1960-05-01", "2020-05-01", 4));
        assertEquals(
                DayTicks.Unit.YEAR,
                DayTicks.of(LocalDate.parse("1960-05-01"), LocalDate.parse("2020-05-01"), 4)
                        .unit());
    }
}
