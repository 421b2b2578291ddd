package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {
    @Test
    void theLastTwoDigitsOrderWithinTheMinute() {
        long early = LogTime.ofDigits("20220305081502");
        long late = LogTime.ofDigits("20220305081599");
        long next = LogTime.ofDigits("20220305081600");
        assertTrue(early < late && late < next);
        assertEquals(LocalDateTime.of(2022, 3, 5, 8, 15), LogTime.toDateTime(late));
        assertEquals(LocalDate.of(2022, 3, 5), LogTime.toDate(late));
    }

    @Test
    void anOrderBeyondSecondsIsSqueezedIntoTheLastOne() {
        long minute = LogTime.ofDigits("20220305081500");
        assertEquals(minute + 59_000_000_000L, LogTime.ofDigits("20220305081559"));
        assertEquals(minute + 59_020_000_000L, LogTime.ofDigits("20220305081560"));
        assertEquals(minute + 59_800_000_000L, LogTime.ofDigits("20220305081599"));
        assertEquals(99, LogTime.order(LogTime.ofDigits("20220305081599")));
        assertEquals(59, LogTime.order(minute + 59_020_000_001L));
        assertEquals(20_000_001, LogTime.beyondOrder(minute + 59_020_000_001L));
        assertEquals(0, LogTime.beyondOrder(LogTime.ofDigits("19601231235999")));
    }

    @Test
    void secondsKeepEveryDigit() {
        assertEquals("1646122502", LogTime.seconds(1_646_122_502_000_000_000L));
        assertEquals("-0.000000001", LogTime.seconds(-1));
    }

    @Test
    void daysBeforeAndAfterAllTimesAreTheFirstAndLast() {
        assertEquals(Long.MIN_VALUE, LogTime.of(LocalDate.of(1, 1, 1)));
        assertEquals(Long.MAX_VALUE, LogTime.of(LocalDate.of(9999, 12, 31)));
        assertEquals(LocalDate.of(2262, 4, 11), LogTime.toDate(Long.MAX_VALUE));
    }

    @Test
    void aDayBeginsAtMidnight() {
        assertEquals(LogTime.ofDigits("20220415000000"), LogTime.of(LocalDate.of(2022, 4, 15)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022030508150",
                "202203050815021",
                "20221305081502",
                "20220230081502",
                "2022030524 502",
                "20220305086002"
            })
    void refusesWhatIsNoTime(String digits) {
        assertThrows(IllegalArgumentException.class, () -> LogTime.ofDigits(digits));
    }
}
