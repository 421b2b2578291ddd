package dev.nara.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdUsersTest {
    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, 1).plusDays(day));
    }

    /** User 0 comes back on day 8; so many others are new on it, with two items each. */
    private static Dataset newcomers(int count) {
        long[][] rows = new long[3 + 2 * count][];
        rows[0] = new long[] {0, 0, day(0)};
        rows[1] = new long[] {0, 1, day(1)};
        rows[2] = new long[] {0, 2, day(8)};
        for (int n = 0; n < 2 * count; n++) {
            rows[3 + n] = new long[] {1 + n / 2, n % 2, day(8)};
        }
        return Toy.of(1 + count, 3, rows);
    }

    private static List<String> warnings(Dataset dataset, boolean counted) throws DataException {
        return SplitWarnings.of(dataset, Splits.split(dataset, "last-days:1", 1), counted).stream()
                .map(warning -> warning.text().in(Locale.ENGLISH))
                .filter(text -> !text.contains("items without training rows"))
                .toList();
    }

    @Test
    void theyAreFoundAlone() throws DataException {
        Split split = Splits.split(newcomers(2), "last-days:1", 1);
        assertTrue(ColdUsers.any(split));
        assertEquals(1, ColdUsers.without(split).evaluatedUsers());
        assertEquals(1, ColdUsers.without(split).truth(0).length);
        assertFalse(ColdUsers.any(ColdUsers.without(split)));
        assertEquals(2, ColdUsers.alone(split).evaluatedUsers());
        assertEquals(0, ColdUsers.alone(split).truth(0).length);
    }

    @Test
    void howManyAreAndWhatIsDoneIsSaid() throws DataException {
        assertEquals(
                List.of("1 of 2 users with held-out items have no training rows; they are evaluated separately."),
                warnings(newcomers(1), false));
        assertEquals(
                List.of("1 of 2 evaluated users have no training rows. Remedy: --cold-users apart."),
                warnings(newcomers(1), true));
        assertEquals(
                List.of("3 of 4 users with held-out items have no training rows; they are evaluated separately."
                        + " Remedy: --split leave-one-out."),
                warnings(newcomers(3), false));
        assertEquals(List.of(), warnings(newcomers(0), false));
    }

    @Test
    void whereEverybodyIsNothingCanBeEvaluated() throws DataException {
        long[][] oneEach = IntStream.range(0, 8)
                .mapToObj(u -> new long[] {u, u % 2, day(u)})
                .toArray(long[][]::new);
        assertEquals(
                List.of("None of the 1 users with held-out items has training rows, so there are no users to"
                        + " evaluate a model on. Remedy: --cold-users counted."),
                warnings(Toy.of(8, 2, oneEach), false));
    }
}
