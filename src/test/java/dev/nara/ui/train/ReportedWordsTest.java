package dev.nara.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportedWordsTest {
    private static String words(String validation, Optional<RunEvent.Tested> tested) {
        StoredRun run =
                TestRuns.run(3, "", RunSpec.draft().validation(validation).spec(), Map.of("HR@10", 0.75));
        RunDetails details =
                new RunDetails(TestRuns.tested(run, tested), false, 2, List.of(), "", List.of(), List.of(), null, null);
        return ReportedWords.of(details, new Texts(Locale.ENGLISH));
    }

    @Test
    void aRunIsReportedOnItsTestPartWithHowManyLookedAtIt() {
        RunEvent.Tested tested = new RunEvent.Tested(1, Map.of("HR@10", 0.5), 4, Map.of(), 0, Map.of("HR@10", 0.25));
        assertEquals(
                "test, epoch 1: HR@10 .5000  ·  popularity HR@10 .2500  ·  The test part of this data"
                        + " and split was looked at 2 times in this workspace.",
                words("ratio:0.8", Optional.of(tested)));
        assertEquals("", words("ratio:0.8", Optional.empty()), "nothing before its end");
        assertEquals(
                "best epoch on test, epoch 1: HR@10 .7500  ·  The test part of this data and split was looked at 2"
                        + " times in this workspace.",
                words("none", Optional.empty()));
        assertEquals("", ReportedWords.of(RunDetails.NONE, new Texts(Locale.ENGLISH)));
    }
}
