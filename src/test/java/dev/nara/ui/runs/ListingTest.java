package dev.nara.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestRuns;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static StoredRun run(long id, RunState state, double place) {
        StoredRun run = TestRuns.run(id, "neumf", Map.of(), id, Map.of("HR@10", 0.5));
        return new StoredRun(
                id,
                run.created(),
                run.spec(),
                state,
                "",
                run.label(),
                "",
                place,
                run.environment(),
                run.best(),
                run.last(),
                run.tested(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void waitingRunsStandFirstInTheOrderOfTheirQueues() {
        List<StoredRun> all = List.of(
                run(6, RunState.QUEUED, 1),
                run(5, RunState.QUEUED, 9),
                run(4, RunState.QUEUED, 3),
                run(3, RunState.RUNNING, 0),
                run(2, RunState.QUEUED, 2),
                run(1, RunState.FINISHED, 0));
        Set<Long> elsewhere = Set.of(3L, 4L, 2L);
        Listing listing = Listing.of(all, List.of(5L, 6L), run -> elsewhere.contains(run.id()));
        assertEquals(
                List.of(5L, 6L, 2L, 4L, 3L, 1L),
                listing.runs().stream().map(StoredRun::id).toList(),
                "here, in other programs, then the others");
        assertEquals(Map.of(5L, 1, 6L, 2), listing.places());
        assertEquals(elsewhere, listing.elsewhere());
        assertTrue(listing.waits(all.get(0)));
        assertFalse(listing.waits(all.get(2)), "it waits in another program");
    }
}
