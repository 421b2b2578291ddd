package dev.nara.store.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureNamesTest {
    private static RunEvent.EpochDone epoch(String metric) {
        return new RunEvent.EpochDone("train", 1, 0.5, 1, 10, 1, Map.of(metric, 0.25, "Score", 0.5), true, Map.of());
    }

    @Test
    void recallOfEarlierVersionsIsCapped() {
        FigureNames names =
                new FigureNames(RunSpec.draft().metrics("Score,CappedRecall@25").spec());
        assertEquals(epoch("CappedRecall@25"), names.today(epoch("Recall@25")));
        assertEquals(
                new RunEvent.Finished(1, Map.of("CappedRecall@25", 0.25), 3, false),
                names.today(new RunEvent.Finished(1, Map.of("Recall@25", 0.25), 3, false)));
        assertEquals(
                new RunEvent.Cancelled(1, Map.of("CappedRecall@25", 0.25), 3),
                names.today(new RunEvent.Cancelled(1, Map.of("Recall@25", 0.25), 3)));
        RunEvent started = new RunEvent.Started(
                "bpr", 1, 1, 1, 1, 1, "time", "all", 1, Map.of("Recall@25", 0.1), "none", "films.csv");
        assertEquals(
                new RunEvent.Started(
                        "bpr", 1, 1, 1, 1, 1, "time", "all", 1, Map.of("CappedRecall@25", 0.1), "none", "films.csv"),
                names.today(started));
    }

    @Test
    void recallOfTodayIsNot() {
        FigureNames names = new FigureNames(
                RunSpec.draft().metrics("Recall@25,CappedRecall@10").spec());
        assertEquals(epoch("Recall@25"), names.today(epoch("Recall@25")));
    }
}
