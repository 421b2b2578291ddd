package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.eval.Significance;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparedRowTest {
    private static final StoredRun RUN = TestRuns.run(1, "ease", Map.of("weight", "100"), 7, Map.of("HR@10", 0.5));

    private static ComparedRow row(boolean random) {
        Contender contender =
                new Contender(List.of(RUN), new Significance.Group(new double[][] {{1, 0}}, random), Optional.empty());
        Standing standing = Standing.judged(List.of(contender), true).get(0);
        return new ComparedRow(
                ComparedRow.Kind.REFERENCE,
                false,
                List.of(RUN),
                "ease",
                standing,
                0.5,
                0,
                0,
                Double.NaN,
                Double.NaN,
                List.of(),
                0,
                Text.of("verdict.mean.only"),
                new ComparedRow.Facts(1, 0, 1, Map.of()));
    }

    @Test
    void whatIsComputedAtOnceHasNoNumberOfEpochs() {
        Map<String, String> atOnce = row(false).settings();
        assertEquals("100", atOnce.get("weight"));
        assertTrue(atOnce.keySet().stream().noneMatch(List.of("epochs", "patience", "metrics_every")::contains));
        Map<String, String> learnt = row(true).settings();
        assertEquals(Integer.toString(RUN.spec().epochs()), learnt.get("epochs"));
        assertEquals(List.of(), SettingWords.differing(List.of(atOnce, learnt)));
    }
}
