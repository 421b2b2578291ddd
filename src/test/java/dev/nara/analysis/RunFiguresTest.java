package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static StoredRun run(String validation, Optional<RunEvent.Tested> tested) {
        StoredRun run =
                TestRuns.run(3, "", RunSpec.draft().validation(validation).spec(), Map.of("HR@10", 0.75));
        return TestRuns.tested(run, tested);
    }

    @Test
    void aRunIsReportedOnItsTestPart() {
        RunEvent.Tested tested = new RunEvent.Tested(1, Map.of("HR@10", 0.5), 4, Map.of(), 0, Map.of());
        StoredRun ended = run("ratio:0.8", Optional.of(tested));
        assertEquals(Map.of("HR@10", 0.5), RunFigures.reported(ended));
        assertEquals(
                "test HR@10 0.5",
                RunFigures.known(ended)
                        .map(known -> known.part().in(Locale.ENGLISH) + " " + known.metric() + " " + known.figure())
                        .orElseThrow());
        StoredRun trains = run("ratio:0.8", Optional.empty());
        assertEquals(Map.of(), RunFigures.reported(trains), "nothing before its end");
        assertEquals(
                "validation 0.75",
                RunFigures.known(trains)
                        .map(known -> known.part().in(Locale.ENGLISH) + " " + known.figure())
                        .orElseThrow());
        StoredRun onTest = run("none", Optional.empty());
        assertEquals(Map.of("HR@10", 0.75), RunFigures.reported(onTest));
        assertEquals(
                "best epoch on test",
                RunFigures.stage(onTest).orElseThrow().words().in(Locale.ENGLISH));
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
                List.of(
                        "run",
                        "name",
                        "state",
                        "best_epoch",
                        "figures",
                        "validation/HR@10",
                        "validation/NDCG@10",
                        "test/HR@10",
                        "test/NDCG@10",
                        "algorithm",
                        "factors"),
                head.subList(0, 11));
        assertEquals(
                List.of("1", "", "FINISHED", "1", "tested", "0.5", "0.25", "0.5", "0.25", "ials", "8"),
                table.get(1).subList(0, 11));
        assertEquals(
                List.of("2", "", "FINISHED", "1", "tested", "", "0.125", "", "0.125", "ease", ""),
                table.get(2).subList(0, 11));
        assertEquals(head.size(), table.get(2).size());
    }
}
