package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingValueTest {
    private static StoredRun run(long id, String factors, String metric, double figure) {
        return TestRuns.run(
                id, "ials", factors.isEmpty() ? Map.of() : Map.of("factors", factors), id, Map.of(metric, figure));
    }

    @Test
    void theHighestMeanStandsFirst() {
        StoredRun low = run(1, "8", "HR@10", 0.2);
        StoredRun high = run(2, "32", "HR@10", 0.3);
        StoredRun higher = run(3, "8", "HR@10", 0.25);
        List<SettingValue> values = SettingValue.of(
                List.of(low, high, higher, run(4, "", "HR@10", 0.9), run(5, "8", "NDCG@10", 0.9)), "factors", "HR@10");
        assertEquals(
                List.of(
                        new SettingValue("32", List.of(high), 0.3, List.of(high)),
                        new SettingValue("8", List.of(low, higher), 0.225, List.of(low, higher))),
                values);
    }

    /** Of an inequality the lower figure is the better one. */
    @Test
    void theBestStandsFirstByTheDirectionOfTheMetric() {
        StoredRun unequal = run(1, "8", "Gini", 0.9);
        StoredRun equal = run(2, "32", "Gini", 0.4);
        StoredRun more = TestRuns.run(3, "ials", Map.of("factors", "32", "alpha", "2"), 3, Map.of("Gini", 0.5));
        List<SettingValue> values = SettingValue.of(List.of(unequal, more, equal), "factors", "Gini");
        assertEquals(
                List.of("32", "8"), values.stream().map(SettingValue::value).toList());
        assertEquals(List.of(equal), values.get(0).top());
    }
}
