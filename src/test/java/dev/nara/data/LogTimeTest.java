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
