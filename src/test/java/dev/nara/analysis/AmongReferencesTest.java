package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmongReferencesTest {
    private static final Reference NEIGHBOURS = new Reference("item-knn", Map.of("HR@10", 0.9), Map.of("HR@10", 0.41));
    private static final Reference EASE = new Reference("ease", Map.of("HR@10", 0.1), Map.of("HR@10", 0.5));

    private static StoredRun run(double figure) {
        return TestRuns.run(1, "gmf", Map.of(), 1, Map.of("HR@10", figure));
    }

    private static String words(double figure, Locale locale) {
        return AmongReferences.of(run(figure), List.of(NEIGHBOURS, EASE))
                .orElseThrow()
                .in(locale);
    }

    @Test
    void theTestPartDecidesWhatIsAbove() {
        assertEquals(
                "▼ HR@10 0.4500 on test: below EASE (0.5000); above Item kNN (0.4100)", words(0.45, Locale.ENGLISH));
        assertEquals("▼ HR@10 0.4000 on test: below EASE (0.5000), Item kNN (0.4100)", words(0.4, Locale.ENGLISH));
        assertEquals("▲ HR@10 0.6000 on test: above EASE (0.5000), Item kNN (0.4100)", words(0.6, Locale.ENGLISH));
        assertEquals("▼ 테스트 HR@10 0.4500: EASE (0.5000)보다 낮음; 항목 kNN (0.4100)보다 높음", words(0.45, Locale.KOREAN));
    }

    @Test
    void whatIsWrittenAlikeIsEqual() {
        assertEquals(
                "▼ HR@10 0.4100 on test: below EASE (0.5000); equal to Item kNN (0.4100)",
                words(0.41004, Locale.ENGLISH));
        assertEquals(
                "HR@10 0.5000 on test: equal to EASE (0.5000); above Item kNN (0.4100)",
                words(0.49996, Locale.ENGLISH));
        assertEquals("테스트 HR@10 0.5000: EASE (0.5000)과 같음; 항목 kNN (0.4100)보다 높음", words(0.5, Locale.KOREAN));
    }

    @Test
    void popularityIsNotHeldAgainstItself() {
        Map<String, Double> figures = Map.of("HR@10", 0.3);
        Optional<RunEvent.Tested> tested = Optional.of(new RunEvent.Tested(1, figures, 4, Map.of(), 0, figures));
        StoredRun run = TestRuns.tested(TestRuns.run(1, "popularity", Map.of(), 1, figures), tested);
        assertTrue(AmongReferences.of(run, List.of()).isEmpty());
        StoredRun model = TestRuns.tested(TestRuns.run(1, "gmf", Map.of(), 1, figures), tested);
        assertEquals(
                "HR@10 0.3000 on test: equal to Popularity (0.3000)",
                AmongReferences.of(model, List.of()).orElseThrow().in(Locale.ENGLISH));
    }

    @Test
    void anEpochChosenOnTestIsStampedAndNotJudged() {
        RunSpec spec = RunSpec.draft().metrics("HR@10").validation("none").spec();
        AmongReferences among = AmongReferences.of(
                        TestRuns.run(1, "", spec, Map.of("HR@10", 0.6)), List.of(NEIGHBOURS, EASE))
                .orElseThrow();
        assertEquals(
                "test HR@10 0.6000 (best epoch on test); references on test: EASE (0.5000), Item kNN (0.4100)",
                among.in(Locale.ENGLISH));
        assertEquals(
                "테스트 HR@10 0.6000 (테스트에서 고른 최고 에포크); 테스트 기준값: EASE (0.5000), 항목 kNN (0.4100)", among.in(Locale.KOREAN));
    }

    @Test
    void ofInequalityLessIsBetter() {
        StoredRun run = TestRuns.run(1, "gmf", Map.of(), 1, Map.of("Gini", 0.8));
        Reference even = new Reference("item-knn", Map.of(), Map.of("Gini", 0.7));
        Reference uneven = new Reference("ease", Map.of(), Map.of("Gini", 0.9));
        assertEquals(
                "▼ Gini 0.8000 on test: worse than Item kNN (0.7000); better than EASE (0.9000)",
                AmongReferences.of(run, List.of(uneven, even)).orElseThrow().in(Locale.ENGLISH));
        assertEquals(
                "▲ Gini 0.8000 on test: better than EASE (0.9000)",
                AmongReferences.of(run, List.of(uneven)).orElseThrow().in(Locale.ENGLISH));
    }

    @Test
    void aRunThatIsNotReportedYetStandsNowhere() {
        StoredRun run = TestRuns.run(1, "", RunSpec.draft().metrics("HR@10").spec(), Map.of());
        assertTrue(AmongReferences.of(run, List.of(EASE)).isEmpty());
        assertTrue(AmongReferences.of(run(0.5), List.of()).isEmpty(), "nor one with nothing beside it");
    }
}
