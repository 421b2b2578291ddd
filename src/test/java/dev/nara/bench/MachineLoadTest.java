package dev.nara.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MachineLoadTest {
    @Test
    void whatOthersTookIsAllThatWasTakenButOurs() {
        MachineLoad before = MachineLoad.of(10, 3, "cpu  100 0 50 850 0 0 0 0 0 0");
        // Two seconds on two processors: 400 units, of which 300 were used; 2 of 4 processor seconds by this program.
        MachineLoad after = MachineLoad.of(12, 5, "cpu  350 0 100 940 10 0 0 0 0 0");
        assertEquals(1, after.coresSince(before), 1e-9);
        assertEquals(0.25, after.othersSince(before, 2), 1e-9);
    }

    @Test
    void aSystemThatTellsNothingCountsAsIdle() {
        MachineLoad before = MachineLoad.of(0, 0, "");
        assertEquals(0, MachineLoad.of(1, 1, "").othersSince(before, 2), 1e-9);
    }

    @Test
    void aThirdOfTheMachineIsTooMuchForARatio() {
        BenchResult busy = new BenchResult("train", "a", "vector", 256, 2e6, 1e6, 3e6, 0.1, 1.5, 0.34, 100);
        assertTrue(busy.busy());
        assertEquals(0.75, busy.secondsPerMillion(), 1e-9);
    }
}
