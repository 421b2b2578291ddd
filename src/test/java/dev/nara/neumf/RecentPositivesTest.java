package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import dev.nara.data.LogTime;
import dev.nara.data.Toy;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecentPositivesTest {
    private static final int EPOCHS = 2000;

    private static long day(int day) {
        return LogTime.of(LocalDate.of(2022, 3, day));
    }

    /** User 0 saw item 0 on the last day, item 1 ten days before it, and item 2 twice, twenty and ten days before. */
    private static Interactions rows() {
        return Toy.of(2, 3, new long[][] {
                    {0, 2, day(11)}, {0, 1, day(21)}, {0, 2, day(21)}, {0, 0, day(31)}, {1, 1, day(11)}
                })
                .interactions();
    }

    private static double meanPositives(boolean everyView) {
        RecentPositives positives =
                new RecentPositives(rows(), LogCalendar.AS_WRITTEN, new PositiveRule(everyView, ""), 10);
        long drawn = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            drawn += positives.draw(epoch).size();
        }
        return drawn / (double) EPOCHS;
    }

    @Test
    void aPairTakesPartAsOftenAsItsNewestRowIsRecent() {
        assertEquals(1 + .5 + .5 + .25, meanPositives(false), .05);
    }

    @Test
    void everyRowTakesPartAsOftenAsItIsRecent() {
        assertEquals(1 + .5 + .5 + .25 + .25, meanPositives(true), .05);
    }

    @Test
    void oneSeedDrawsTheSame() {
        RecentPositives positives = new RecentPositives(rows(), LogCalendar.AS_WRITTEN, new PositiveRule(true, ""), 10);
        assertEquals(positives.draw(5).size(), positives.draw(5).size());
        assertEquals(
                1,
                new RecentPositives(rows(), LogCalendar.AS_WRITTEN, new PositiveRule(false, ""), 0.01)
                        .draw(7)
                        .size(),
                "only what is of the last day is left");
    }
}
