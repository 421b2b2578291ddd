package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.NaraProcess;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that one program trains is paused, goes on and is stopped from another. */
@Tag("process")
class OtherProgramTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(300);

    @TempDir
    private Path home;

    private Process trains;

    @BeforeEach
    void train() throws IOException {
        trains = NaraProcess.start(home, "train", "--algorithm", "mf", "--epochs", "100000", "--repeat", "3", "--json");
    }

    @AfterEach
    void end() throws InterruptedException {
        trains.destroyForcibly().waitFor();
    }

    private static void await(RunStore store, long id, RunState wanted, int epochs) throws Exception {
        long began = System.nanoTime();
        while (true) {
            StoredRun run =
                    store.list().stream().filter(r -> r.id() == id).findFirst().orElse(null);
            if (run != null
                    && run.state() == wanted
                    && RunEvent.epochs(store.events(run.id())).size() >= epochs) {
                return;
            }
            assertTrue(System.nanoTime() - began < PATIENCE_NANOS, () -> "never " + wanted + ": " + run);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private int said(String... words) throws Exception {
        Process asks = NaraProcess.start(home, words);
        asks.getInputStream().readAllBytes();
        return asks.waitFor();
    }

    @Test
    void aRunIsPausedGoesOnAndIsStoppedFromElsewhere() throws Exception {
        // Else its full pipe would hold it up.
        Thread reader = new Thread(() -> {
            try {
                trains.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // It was stopped.
            }
        });
        reader.start();
        try (RunStore store = RunStore.open(home.resolve("workspace"))) {
            await(store, 1, RunState.RUNNING, 1);
            StoredRun run = store.find("1");
            assertTrue(store.owners().elsewhere(run));
            assertThrows(DataException.class, () -> store.requests().stop(1));
            assertThrows(DataException.class, () -> store.requests().send(2, RunRequest.PAUSE), "it only waits there");
            store.requests().send(2, RunRequest.STOP);
            assertEquals(RunState.CANCELLED, store.find("2").state());
            store.requests().send(1, RunRequest.PAUSE);
            await(store, 1, RunState.PAUSED, 1);
            int epochs = RunEvent.epochs(store.events(1)).size();
            store.requests().send(1, RunRequest.GO_ON);
            await(store, 1, RunState.RUNNING, epochs + 1);
            assertEquals(0, said("runs", "stop", "--run", "1"));
            await(store, 1, RunState.CANCELLED, epochs + 1);
            // What happened to one seed says nothing of the others.
            await(store, 3, RunState.RUNNING, 1);
            store.requests().send(3, RunRequest.STOP);
            assertTrue(trains.waitFor(300, TimeUnit.SECONDS));
            assertThrows(DataException.class, () -> store.requests().send(1, RunRequest.STOP));
            assertEquals(2, said("runs", "stop", "--run", "1"), "nobody trains it any more");
        }
        reader.join();
    }
}
