package dev.nara.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the start card says of a run and its seeds. */
class LastRunTest {
    private static StoredRun run(long id, long seed, double figure) {
        return TestRuns.run(id, "ials", Map.of("factors", "16"), seed, Map.of("HR@10", figure));
    }

    @Test
    void aSecondRunOfASeedIsNoSeedMore() {
        StoredRun last = run(4, 1, .5);
        List<StoredRun> all = List.of(last, run(3, 1, .9), run(2, 2, .25), run(1, 3, .75));
        assertEquals(List.of(.5, .25, .75), LastRun.reported(last, all, "HR@10"));
    }
}
