package dev.nara.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** From how many users on a test part is not warned of. */
class FewUsersTest {
    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, 1).plusDays(day));
    }

    /** Everybody has items on days 0, 1 and 2; the first {@code last} users also on day 9. */
    private static Dataset dataset(int users, int last) {
        long[][] rows = new long[users * 3 + last][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = r < users * 3
                    ? new long[] {r / 3, (r / 3 + r) % 7, day(r % 3)}
                    : new long[] {r - users * 3L, 7, day(9)};
        }
        return Toy.of(users, 8, rows);
    }

    private static String warnings(Dataset dataset, String split) throws DataException {
        return FewUsers.warning(dataset, Splits.split(dataset, split, 1), false)
                .map(warning -> warning.text().in(Locale.ENGLISH))
                .orElse("");
    }

    @Test
    void fewerThanAHundredAreWarnedOfWithASplitThatEvaluatesMore() throws DataException {
        assertEquals("", warnings(dataset(120, 100), "time:2022-03-10"));
        assertEquals(
                "Only 99 users can be evaluated. With fewer than 100 users, results are mostly chance."
                        + " Remedy: --split leave-one-out.",
                warnings(dataset(120, 99), "time:2022-03-10"));
    }

    @Test
    void whereThereAreNoMoreUsersNothingHelps() throws DataException {
        assertEquals(
                "Only 5 users can be evaluated. With fewer than 100 users, results are mostly chance.",
                warnings(dataset(20, 5), "time:2022-03-10"));
        assertEquals(
                "Only 99 users can be evaluated. With fewer than 100 users, results are mostly chance.",
                warnings(dataset(99, 0), "leave-one-out"));
    }

    @Test
    void aSplitThatEvaluatesNobodyIsWarnedOfElsewhere() throws DataException {
        assertEquals("", warnings(dataset(20, 5), "all"));
    }
}
