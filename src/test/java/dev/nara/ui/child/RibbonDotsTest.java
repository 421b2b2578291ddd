package dev.nara.ui.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.data.Dataset;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import dev.nara.explain.UserHistory;
import dev.nara.split.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three sessions: two views at 4 o'clock of the first day, one at 16 of the second, one at 4 of the third, which is held out. */
class RibbonDotsTest {
    private static final long START = LogTime.of(LocalDate.of(2022, 3, 1));
    private static final Dataset DATA = Toy.of(1, 4, new long[][] {
        {0, 1, START + 4 * LogTime.HOUR},
        {0, 2, START + 4 * LogTime.HOUR + LogTime.MINUTE},
        {0, 1, START + 40 * LogTime.HOUR},
        {0, 3, START + 52 * LogTime.HOUR}
    });

    private static RibbonDots dots(Split split) {
        return RibbonDots.of(DATA, UserHistory.of(DATA, split, 0));
    }

    @Test
    void aDotASessionWithItsDayItsHourAndItsViews() {
        Split split = Split.ofAll(DATA.interactions().filter((user, row) -> row < 3), new int[][] {{3}});
        RibbonDots dots = dots(split);
        assertEquals(3, dots.dots().size());
        assertEquals(3, dots.sessions());
        assertEquals(4, dots.rows());
        assertEquals(
                List.of(2, 1, 1),
                dots.dots().stream().map(RibbonDots.Dot::views).toList());
        assertEquals(
                List.of(0.0, .75, 1.0),
                dots.dots().stream().map(RibbonDots.Dot::x).toList());
        assertEquals(
                List.of(0.0, .5, 0.0),
                dots.dots().stream().map(RibbonDots.Dot::y).toList());
        assertTrue(dots.dots().get(1).trained());
        assertFalse(dots.dots().get(2).trained());
        assertEquals(1, dots.split());
        assertEquals(Optional.of(LocalDate.of(2022, 3, 3)), dots.splitDay());
        assertEquals(UserHistory.Use.HELD_OUT, dots.part());
        assertEquals(3, dots.views(UserHistory.Use.TRAINED));
        assertEquals(1, dots.views(UserHistory.Use.HELD_OUT));
        assertEquals(0, dots.views(UserHistory.Use.VALIDATION));
    }

    @Test
    void noLineWhereWhatIsHeldOutLiesAmongTheRest() {
        Split split = Split.ofAll(DATA.interactions().filter((user, row) -> row != 1), new int[][] {{2}});
        assertTrue(Double.isNaN(dots(split).split()));
        assertEquals(4, dots(split).dots().size(), "the session is part learnt from, part held out");
    }

    @Test
    void timesThatAreNoDatesAreAnOrder() {
        Dataset order = Toy.of(1, 2, new long[][] {{0, 0, 1}, {0, 1, 2}}, false, null);
        RibbonDots dots = RibbonDots.of(order, UserHistory.of(order, null, 0));
        assertEquals(
                List.of(0.0, 1.0), dots.dots().stream().map(RibbonDots.Dot::x).toList());
        assertEquals(0, dots.sessions());
        assertEquals(Optional.empty(), dots.first());
        assertEquals(RibbonDots.NONE, RibbonDots.of(order, List.of()));
    }
}
