package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestRuns;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlierRunsTest {
    private static StoredRun run(long id, String factors, long seed) {
        return TestRuns.run(id, "neumf", Map.of("factors", factors), seed, Map.of("HR@10", 0.5));
    }

    private static StoredRun failed(StoredRun run) {
        return new StoredRun(
                run.id(),
                run.created(),
                run.spec(),
                RunState.FAILED,
                run.process(),
                run.label(),
                run.series(),
                run.place(),
                run.environment(),
                run.best(),
                run.last(),
                run.tested(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private final StoredRun small = run(1, "8", 3);
    private final StoredRun smallAgain = run(2, "8", 5);
    private final StoredRun large = run(3, "32", 9);
    private final EarlierRuns runs = new EarlierRuns(List.of(large, smallAgain, small));

    @Test
    void equalSettingsAreFoundFromAnySeedThatIsAboutToBeTrained() {
        RunSpec spec = small.spec();
        assertEquals(Optional.of(small), runs.equalTo(spec, 1));
        assertEquals(Optional.empty(), runs.equalTo(spec.withSeed(4), 1));
        assertEquals(Optional.of(smallAgain), runs.equalTo(spec.withSeed(4), 2), "seeds 4 and 5");
        assertEquals(Optional.empty(), runs.equalTo(spec.withSeed(6), 5));
    }

    @Test
    void aFailedRunMayBeTrainedAgain() {
        assertEquals(Optional.empty(), new EarlierRuns(List.of(failed(small))).equalTo(small.spec(), 1));
    }

    @Test
    void theNextSeedFollowsTheGreatestOfTheseSettings() {
        assertEquals(6, runs.nextSeed(small.spec()));
        assertEquals(10, runs.nextSeed(large.spec().withSeed(1)));
        assertEquals(1, runs.nextSeed(run(4, "64", 1).spec()), "none was trained");
    }
}
