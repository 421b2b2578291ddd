package dev.nara.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.analysis.RunNames;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Texts;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSearchTest {
    private final StoredRun run = TestRuns.run(
            12,
            "the old rate",
            RunSpec.draft()
                    .algorithm("ials")
                    .values(Map.of("factors", "64"))
                    .metrics("HR@10")
                    .spec(),
            Map.of("HR@10", 0.26));

    private boolean finds(String search, Locale locale) {
        return new RunSearch(search, new Texts(locale), RunNames.NONE).finds(run);
    }

    @Test
    void wordsAreLookedForInNamesAlgorithmsAndStates() {
        for (String search : new String[] {"", "12", "OLD rate", "ials", "finished", "old finished"}) {
            assertTrue(finds(search, Locale.ENGLISH), search);
        }
        assertTrue(finds("완료", Locale.KOREAN));
        assertFalse(finds("old failed", Locale.ENGLISH));
    }

    @Test
    void conditionsHoldForTheScoreAndForSettings() {
        for (String search : new String[] {"score > .25", "score>=.26", "hr@10 < 0.3", "factors=64", "factors > 32"}) {
            assertTrue(finds(search, Locale.ENGLISH), search);
        }
        assertTrue(finds("점수 > .25", Locale.KOREAN));
        for (String search : new String[] {"score > .26", "factors < 64", "nothing > 1", "score > much"}) {
            assertFalse(finds(search, Locale.ENGLISH), search);
        }
    }

    @Test
    void whoTypesNothingLooksForNothing() {
        assertEquals(true, new RunSearch("  ", new Texts(Locale.ENGLISH), RunNames.NONE).isEmpty());
    }
}
