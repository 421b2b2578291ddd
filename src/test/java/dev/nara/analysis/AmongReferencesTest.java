package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.spec.RunSpec;
import dev.nara.store.StoredRun;
import dev.nara.store.reference.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        assertEquals(
                "▼ 테스트 HR@10 0.4500: EASE(선형 오토인코더) (0.5000)보다 낮고 항목 kNN (0.4100)보다 높음", words(0.45, Locale.KOREAN));
    }

    @Test
    void ofInequalityLessIsBetter() {
        StoredRun run = TestRuns.run(1, "gmf", Map.of(), 1, Map.of("Gini", 0.8));
        Reference equal = new Reference("item-knn", Map.of(), Map.of("Gini", 0.7));
        assertEquals(
                List.of(equal),
                AmongReferences.of(run, List.of(equal)).orElseThrow().above());
    }

    @Test
    void aRunThatIsNotToldYetStandsNowhere() {
        StoredRun run = TestRuns.run(1, "", RunSpec.draft().metrics("HR@10").spec(), Map.of());
        assertTrue(AmongReferences.of(run, List.of(EASE)).isEmpty());
        assertTrue(AmongReferences.of(run(0.5), List.of()).isEmpty(), "nor one with nothing beside it");
    }
}
