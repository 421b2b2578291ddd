package dev.nara.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import dev.nara.explain.UserHistory.Use;
import dev.nara.explain.UserHistory.Viewing;
import dev.nara.split.Split;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHistoryTest {
    private static final Dataset DATA = data();

    /** User 1 watches item 2, 29 minutes later 3, 31 minutes after that 2 again, and on the next day 0. */
    private static Dataset data() {
        Dataset toy = Toy.of(3, 4, new long[][] {
            {0, 1, time(8, 0)},
            {1, 2, time(8, 0)},
            {1, 3, time(8, 29)},
            {1, 2, time(9, 0)},
            {1, 0, time(33, 0)}
        });
        float[] shares = {Float.NaN, 0.5f, 1, Float.NaN, 0.25f};
        return toy.with(toy.interactions().with(Map.of(Interactions.WATCHED_SHARE, shares)));
    }

    private static long time(int hour, int minute) {
        return LogTime.ofDigits(String.format(Locale.ROOT, "202203%02d%02d%02d00", 1 + hour / 24, hour % 24, minute));
    }

    @Test
    void rowsComeLatestFirstWithSessionsAndRepeats() {
        List<Viewing> history = UserHistory.of(DATA, null, 1);
        assertEquals(List.of(0, 2, 3, 2), history.stream().map(Viewing::item).toList());
        assertEquals(List.of(3, 2, 1, 1), history.stream().map(Viewing::session).toList());
        assertEquals(List.of(0, 1, 0, 0), history.stream().map(Viewing::repeat).toList());
        assertEquals(
                List.of(0.25, Double.NaN, 1.0, 0.5),
                history.stream().map(Viewing::share).toList());
        assertEquals(
                List.of(Use.TRAINED, Use.TRAINED, Use.TRAINED, Use.TRAINED),
                history.stream().map(Viewing::use).toList());
        assertEquals(List.of(), UserHistory.of(DATA, null, 2));
    }

    /** The last row is to be found; the second view of item 2 was left out and is not, for 2 is trained on. */
    @Test
    void aSplitSaysWhatBecameOfARow() {
        Interactions rows = DATA.interactions();
        Interactions train = rows.filter((user, row) -> row != 3 && row != 4);
        Split split = Split.ofAll(train, new int[][] {{}, {0}, {}});
        List<Viewing> history = UserHistory.of(DATA, split, 1);
        assertEquals(
                List.of(Use.HELD_OUT, Use.LEFT_OUT, Use.TRAINED, Use.TRAINED),
                history.stream().map(Viewing::use).toList());
    }

    /** The first view of item 2 is of the validation part; the item is to be found as well, but not in that row. */
    @Test
    void aRowOfTheValidationPartIsNotToBeFound() {
        Interactions rows = DATA.interactions();
        Split split = Split.ofAll(rows.filter((user, row) -> row < 3), new int[][] {{}, {0, 2}, {}})
                .trainingOn(rows.filter((user, row) -> row == 2));
        List<Viewing> history = UserHistory.of(DATA, split, 1);
        assertEquals(
                List.of(Use.HELD_OUT, Use.HELD_OUT, Use.TRAINED, Use.VALIDATION),
                history.stream().map(Viewing::use).toList());
    }

    @Test
    void timesThatAreNoDatesMakeNoSessions() {
        Dataset order = Toy.of(1, 2, new long[][] {{0, 0, 1}, {0, 1, 2}}, false, null);
        assertEquals(
                List.of(0, 0),
                UserHistory.of(order, null, 0).stream().map(Viewing::session).toList());
    }

    @Test
    void theLatestItemsAreDistinct() {
        assertEquals(List.of(0, 2, 3), UserHistory.latest(DATA.interactions(), 1, 5));
        assertEquals(List.of(0, 2), UserHistory.latest(DATA.interactions(), 1, 2));
    }
}
