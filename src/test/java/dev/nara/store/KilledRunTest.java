package dev.nara.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.NaraProcess;
import dev.nara.TinyNeuMf;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.Safetensors;
import dev.nara.store.folder.TestModels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed at any moment, or whose disk fills up, loses nothing; resumed, it ends as if nothing had been. */
@Tag("process")
class KilledRunTest {
    @TempDir
    private Path home;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder rows = new StringBuilder();
        for (int user = 0; user < 60; user++) {
            for (int n = 0; n < 15; n++) {
                int item = (user % 5) * 40 + random.nextInt(60);
                rows.append(user)
                        .append('\t')
                        .append(item)
                        .append("\t5\t")
                        .append(1000 + n)
                        .append('\n');
            }
        }
        data = home.resolve("u.data");
        Files.writeString(data, rows.toString());
    }

    private String[] train(String engine, String... more) {
        List<String> command = new ArrayList<>(List.of("train", "--data", data.toString(), "--split", "leave-one-out"));
        command.addAll(List.of("--candidates", "all", "--engine", engine, "--seed", "3", "--json"));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    /** With all that a run carries from one epoch to the next. */
    private static final String[] SETTINGS = TinyNeuMf.with(
            "--epochs",
            "24",
            "--set",
            "dropout=0.2",
            "--set",
            "pretrain_epochs=4",
            "--set",
            "average_from=3",
            "--set",
            "learning_rate_decay=0.95");

    private static void finish(Process process) throws IOException, InterruptedException {
        process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    /** Kills the process some milliseconds after its first event; whether it was alive until then. */
    private static boolean killed(Process process, int millis) throws IOException, InterruptedException {
        BufferedReader events =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        events.readLine();
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    private boolean ended(long run) throws DataException {
        try (RunStore store = RunStore.open(home.resolve("workspace"))) {
            return store.find(Long.toString(run)).state().ended();
        }
    }

    private void checkIntegrity() throws SQLException {
        Path file = home.resolve("workspace/runs.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            assertEquals("ok", answer.getString(1));
        }
    }

    /** An epoch without its times. */
    private static String timeless(RunEvent.EpochDone epoch) {
        return epoch.phase() + " " + epoch.epoch() + " " + epoch.loss() + " " + epoch.metrics() + " " + epoch.best();
    }

    /** Events without times and interruptions. */
    private static List<String> timeless(List<RunEvent> events) {
        List<String> all = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.EpochDone epoch) {
                all.add(timeless(epoch));
            } else if (event instanceof RunEvent.Finished finished) {
                all.add("finished " + finished.bestEpoch() + " " + finished.metrics() + " " + finished.stoppedEarly());
            } else if (event instanceof RunEvent.Started) {
                all.add(event.toString());
            }
        }
        return all;
    }

    /** What a run came to: its line in the list, its events, and all numbers of its last state and its best epoch. */
    private record Outcome(
            List<String> line, List<String> events, List<Map<String, Double>> metrics, Weights last, Weights best) {
        static Outcome of(RunStore store, long run) throws DataException, IOException {
            List<Map<String, Double>> metrics = new ArrayList<>();
            for (RunEvent event : store.events(run)) {
                if (event instanceof RunEvent.EpochDone epoch) {
                    metrics.add(epoch.metrics());
                }
            }
            StoredRun stored = store.find(Long.toString(run));
            return new Outcome(
                    List.of(
                            stored.state().toString(),
                            timeless(stored.best().orElseThrow()),
                            timeless(stored.last().orElseThrow()),
                            stored.spec().toString()),
                    timeless(store.events(run)),
                    metrics,
                    Safetensors.read(store.files().checkpoint(run)),
                    Safetensors.read(TestModels.weightsFile(store, run)));
        }

        void assertSame(Outcome other) {
            assertEquals(line, other.line);
            assertEquals(events, other.events);
            assertSame(last, other.last);
            assertSame(best, other.best);
        }

        private static void assertSame(Weights expected, Weights actual) {
            assertEquals(expected.names(), actual.names());
            for (String name : expected.names()) {
                assertArrayEquals(expected.get(name), actual.get(name), 0f, name);
            }
        }
    }

    @Test
    void killedAtRandomMomentsAndResumedItEndsAsIfItNeverWas() throws Exception {
        killedAndResumed("vector", Integer.getInteger("nara.kills", 3), 600);
    }

    /** It takes seconds to load. */
    @Test
    @Tag("battery")
    void soDoesOneOnMxNet() throws Exception {
        killedAndResumed("mxnet", Integer.getInteger("nara.kills", 2), 900);
    }

    /** @param longest from the first event of a process to the last a little more than so many milliseconds pass */
    private void killedAndResumed(String engine, int enough, int longest) throws Exception {
        finish(NaraProcess.start(home, train(engine, SETTINGS)));
        SplittableRandom random = new SplittableRandom(7);
        List<Long> runs = new ArrayList<>();
        int kills = 0;
        while (kills < enough) {
            long run = runs.size() + 2L;
            runs.add(run);
            Process process = NaraProcess.start(home, train(engine, SETTINGS));
            boolean ended = false;
            while (!ended && kills < enough && killed(process, random.nextInt(longest))) {
                kills++;
                checkIntegrity();
                // Killed after its end, when only the picture was still to be drawn, it has nothing to go on with.
                ended = ended(run);
                if (!ended) {
                    process = NaraProcess.start(home, "resume", "--run", Long.toString(run), "--json");
                }
            }
            if (!ended && process.isAlive()) {
                finish(process);
            }
        }
        checkIntegrity();
        try (RunStore store = RunStore.open(home.resolve("workspace"))) {
            Outcome whole = Outcome.of(store, 1);
            assertEquals(2 * 4 + 24, whole.metrics.size());
            for (long run : runs) {
                assertEquals(RunState.FINISHED, store.find(Long.toString(run)).state());
                whole.assertSame(Outcome.of(store, run));
            }
        }
        try (Stream<Path> locks = Files.list(home.resolve("workspace/processes"))) {
            assertEquals(List.of(), locks.toList(), "nothing is left of the dead");
        }
    }

    @Test
    void onADiskThatFillsUpNothingFinishedIsLost() throws Exception {
        String[] large = {
            "--epochs",
            "3",
            "--set",
            "gmf_dimension=1024",
            "--set",
            "layers=8",
            "--set",
            "batch_size=2048",
            "--set",
            "negatives=1"
        };
        finish(NaraProcess.start(home, train("vector", large)));
        String[] paused = Arrays.copyOf(large, large.length + 2);
        paused[large.length] = "--pause-after";
        paused[large.length + 1] = "1";
        finish(NaraProcess.start(home, train("vector", paused)));
        Process full = NaraProcess.startOnFullDisk(home, 3000, "resume", "--run", "2", "--json");
        full.getInputStream().readAllBytes();
        assertEquals(1, full.waitFor());
        String said = Files.readString(home.resolve("messages.txt"));
        assertTrue(said.contains("All finished epochs are kept") || said.contains("끝난 에포크는 모두"), said);
        checkIntegrity();
        try (RunStore store = RunStore.open(home.resolve("workspace"))) {
            assertEquals(RunState.INTERRUPTED, store.find("2").state());
            assertEquals(1, Outcome.of(store, 2).metrics.size());
        }
        finish(NaraProcess.start(home, "resume", "--run", "2", "--json"));
        try (RunStore store = RunStore.open(home.resolve("workspace"))) {
            Outcome.of(store, 1).assertSame(Outcome.of(store, 2));
        }
    }
}
