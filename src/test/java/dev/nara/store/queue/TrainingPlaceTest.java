package dev.nara.store.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.NaraProcess;
import dev.nara.run.RunControl;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class TrainingPlaceTest {
    /** Another program, which tries to lock a file and says by its end whether it could. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] file) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
                System.exit(channel.tryLock() == null ? 3 : 4);
            }
        }
    }

    private static boolean taken(Path file) throws IOException, InterruptedException {
        int answer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertTrue(answer == 3 || answer == 4, "the probe ended with " + answer);
        return answer == 3;
    }

    @Test
    void otherProgramsSeeWhichPlacesAreTaken(@TempDir Path workspace) throws Exception {
        Path first = workspace.resolve("training-1.lock");
        Path second = workspace.resolve("training-2.lock");
        try (RunStore store = RunStore.open(workspace)) {
            store.parallelRuns(2);
            RunControl control = new RunControl();
            TrainingPlace one = TrainingPlace.take(store, "7", control, ahead -> {});
            TrainingPlace two = TrainingPlace.take(store, "", control, ahead -> {});
            assertTrue(taken(first), "taking another gives none back");
            assertTrue(taken(second));
            List<List<String>> waits = new ArrayList<>();
            control.cancel();
            assertThrows(CancellationException.class, () -> TrainingPlace.take(store, "", control, waits::add));
            assertEquals(List.of(List.of("7", "")), waits, "what trains in the two places");
            assertEquals(Text.of("queue.runs", "7"), TrainingPlace.words(waits.get(0)));
            assertEquals(Text.of("queue.other"), TrainingPlace.words(List.of("")));
            assertTrue(taken(first));
            one.close();
            assertFalse(taken(first));
            assertTrue(taken(second));
            two.close();
        }
    }

    private static int ended(Path home, String... command) throws IOException, InterruptedException {
        Process process = NaraProcess.start(home, command);
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    @Test
    @Timeout(300)
    void theProgramThatLostARunHoldsUpNoOther(@TempDir Path home) throws Exception {
        RunSpec spec = RunSpec.draft().data("/data").format("toy").spec();
        try (RunStore store = RunStore.open(home.resolve("workspace"))) {
            long run = store.create(spec);
            try (TrainingPlace place = TrainingPlace.take(store, Long.toString(run), new RunControl(), ahead -> {})) {
                assertEquals(0, ended(home, "runs", "stop", "--force", "--run", Long.toString(run)));
                assertEquals(0, ended(home, "train", "--algorithm", "popularity"), "in the only place there is");
                assertTrue(place != null);
            }
            assertEquals(RunState.FINISHED, store.find("2").state());
        }
    }
}
