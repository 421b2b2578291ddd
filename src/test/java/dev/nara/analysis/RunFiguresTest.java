package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.store.StoredRun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunFiguresTest {
    private static final StoredRun FIRST =
            TestRuns.run(1, "ials", Map.of("factors", "8"), 1, new TreeMap<>(Map.of("HR@10", 0.5, "NDCG@10", 0.25)));
    private static final StoredRun SECOND = TestRuns.run(2, "ease", Map.of(), 1, Map.of("NDCG@10", 0.125));

    @Test
    void figuresAreThoseOfTheBestEpoch() {
        assertEquals(0.5, RunFigures.best(FIRST, "HR@10"));
        assertTrue(Double.isNaN(RunFigures.best(SECOND, "HR@10")));
    }

    @Test
    void onlyMetricsOfAllRunsAreShared() {
        assertEquals(Set.of(), RunFigures.shared(List.of()));
        assertEquals(Set.of("HR@10", "NDCG@10"), RunFigures.shared(List.of(FIRST)));
        assertEquals(Set.of("NDCG@10"), RunFigures.shared(List.of(FIRST, SECOND)));
    }

    @Test
    void theTableHasAFieldForEveryFigureAndSettingOfAnyRun() {
        List<List<String>> table = RunFigures.table(List.of(FIRST, SECOND));
        List<String> head = table.get(0);
        assertEquals(
                List.of("run", "name", "state", "best_epoch", "figures", "HR@10", "NDCG@10", "algorithm", "factors"),
                head.subList(0, 9));
        assertEquals(
                List.of("1", "", "FINISHED", "1", "tested", "0.5", "0.25", "ials", "8"),
                table.get(1).subList(0, 9));
        assertEquals(
                List.of("2", "", "FINISHED", "1", "tested", "", "0.125", "ease", ""),
                table.get(2).subList(0, 9));
        assertEquals(head.size(), table.get(2).size());
    }
}
