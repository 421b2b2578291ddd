package dev.nara.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
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
        Repeats.Rates quiet = new Repeats.Rates(List.of(1e6, 2e6, 3e6), 1.5, 0.33);
        Repeats.Rates busy = new Repeats.Rates(List.of(1e6, 2e6, 3e6), 1.5, 0.34);
        assertEquals(0.1, new Bench.Top(2e9, 0.1).share(100, quiet));
        assertNull(new Bench.Top(2e9, 0.1).share(100, busy));
        assertNull(new Bench.Top(2e9, 0.34).share(100, quiet), "the peak itself was measured on a busy machine");
    }

    @Test
    void aMillionTakesSomeProcessorSeconds() {
        BenchResult result = new BenchResult("train", "a", "vector", 256, 2e6, 1e6, 3e6, null, 1.5, 0.34, 100);
        assertEquals(0.75, result.secondsPerMillion(), 1e-9);
    }

    @Test
    @Tag("process")
    void whatAProgramOfOursTakesIsNotOthers() throws IOException {
        String counts = "i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done; echo done; read line";
        Process child = new ProcessBuilder("sh", "-c", counts).start();
        try (BufferedReader reader = child.inputReader()) {
            assertEquals("done", reader.readLine());
            double own = seconds(ProcessHandle.current()) + seconds(child.toHandle());
            assertTrue(seconds(child.toHandle()) > 0);
            assertTrue(MachineLoad.now().own() >= own);
        } finally {
            child.destroy();
        }
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }
}
