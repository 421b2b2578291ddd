package dev.nara.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerTeamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyTaskOfEveryPhaseIsDoneOnce(int threads) {
        int[] sizes = {2, 16, 8, 16, 18, 1, 0};
        AtomicIntegerArray counts = new AtomicIntegerArray(18);
        try (WorkerTeam crew = new WorkerTeam(threads)) {
            for (int phase = 0; phase < 70_000; phase++) {
                int tasks = sizes[phase % sizes.length];
                crew.run(tasks, counts::incrementAndGet);
                for (int t = 0; t < 18; t++) {
                    assertEquals(t < tasks ? 1 : 0, counts.getAndSet(t, 0), "task " + t + " of phase " + phase);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatATaskThrowsReachesTheCaller(int threads) {
        try (WorkerTeam crew = new WorkerTeam(threads)) {
            for (int n = 0; n < 100; n++) {
                assertThrows(
                        ArithmeticException.class,
                        () -> crew.run(8, task -> {
                            if (task == 3) {
                                throw new ArithmeticException();
                            }
                        }));
            }
            assertThrows(IllegalArgumentException.class, () -> crew.run(257, task -> {}));
        }
    }
}
