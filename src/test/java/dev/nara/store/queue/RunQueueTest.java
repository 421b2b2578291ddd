package dev.nara.store.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.SteppedTraining;
import dev.nara.TestServices;
import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SeriesShare;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class RunQueueTest {
    /** The seed whose second epoch has no loss. */
    private static final int DIVERGES = 99;

    @TempDir
    private Path folder;

    private final ExecutorService training = Executors.newCachedThreadPool();
    /** What happened, as "run what". */
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private Services services;
    private RunStore store;
    private RunQueue queue;
    private Prepared data;

    @BeforeEach
    void open() throws DataException, IOException {
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < 1200; n++) {
            rows.append(n % 40)
                    .append('\t')
                    .append(n * 7 % 31)
                    .append("\t5\t")
                    .append(n)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("u.data"), rows.toString());
        services = SteppedTraining.in(
                TestServices.on(folder),
                "gmf",
                (seed, epoch, loss) -> seed == DIVERGES && epoch == 2 ? Double.NaN : loss);
        store = services.store(folder);
        data = services.open(file, Recipe.USUAL, Progress.NONE);
        queue = new RunQueue(services, store, training, watcher());
    }

    private QueueWatcher watcher() {
        return new QueueWatcher() {
            @Override
            public RunListener begins(StoredRun run, PreparedRun preparedRun) {
                return event -> {
                    if (!event.passing()) {
                        heard.add(run.id() + " " + event.getClass().getSimpleName());
                    }
                };
            }

            @Override
            public void stopped(StoredRun run) {
                heard.add(run.id() + " stopped");
            }

            @Override
            public void waits(StoredRun run) {
                heard.add(run.id() + " waits");
            }

            @Override
            public void failed(StoredRun run, DataException problem) {
                heard.add(run.id() + " failed");
            }

            @Override
            public void changed() {}
        };
    }

    @AfterEach
    void close() throws DataException {
        queue.close();
        training.shutdown();
        store.close();
    }

    private RunSpec spec(int epochs) throws DataException {
        return spec(epochs, "vector");
    }

    private RunSpec spec(int epochs, String engine) throws DataException {
        Dataset dataset = data.dataset();
        RunSpec spec = RunSpec.draft()
                .data(dataset.path().toString())
                .format(dataset.format())
                .fingerprint(dataset.fingerprint())
                .split("leave-one-out")
                .candidates("all")
                .algorithm("gmf")
                .epochs(epochs)
                .engine(engine)
                .device("cpu")
                .metrics("HR@10")
                .recipe(data.recipe())
                .spec();
        return services.prepare(spec, dataset).spec();
    }

    private void await(String what) throws InterruptedException {
        String event;
        do {
            event = heard.poll(300, TimeUnit.SECONDS);
            assertTrue(event != null, () -> "never heard " + what);
        } while (!what.equals(event));
    }

    private RunState state(long run) throws DataException {
        return store.find(Long.toString(run)).state();
    }

    @Test
    void whatHasNotHadItsTurnIsPending() throws DataException {
        List<Runnable> threads = new ArrayList<>();
        RunQueue slow = new RunQueue(services, store, threads::add, watcher());
        assertFalse(slow.pending());
        slow.add(spec(1), "");
        assertFalse(slow.busy(), "nobody has taken it yet");
        assertTrue(slow.pending());
        assertEquals(RunQueue.Turn.WAITS, slow.add(store.find("1")));
        threads.forEach(Runnable::run);
        assertFalse(slow.pending());
    }

    @Test
    void runsTrainOneAfterTheOtherInTheOrderTheyAreGiven() throws Exception {
        long endless = queue.add(spec(100_000), "");
        await("1 EpochDone");
        long second = queue.add(spec(1), "");
        long third = queue.add(spec(1), "");
        long fourth = queue.add(spec(1), "");
        assertEquals(
                List.of(second, third, fourth),
                queue.waiting().stream().map(StoredRun::id).toList());
        queue.move(fourth, 0);
        queue.move(second, 9);
        queue.move(third, 1);
        assertEquals(
                List.of(fourth, third, second),
                queue.waiting().stream().map(StoredRun::id).toList());
        queue.cancel(third);
        assertEquals(
                List.of(fourth, second),
                queue.waiting().stream().map(StoredRun::id).toList());
        assertEquals(RunState.CANCELLED, state(third));
        queue.cancel(endless);
        await("1 Cancelled");
        await("4 Finished");
        await("2 Finished");
        assertEquals(RunState.FINISHED, state(second));
    }

    @Test
    void aPausedRunStandsStillAndGoesOn() throws Exception {
        long run = queue.add(spec(100_000), "");
        await("1 EpochDone");
        queue.pause(run);
        await("1 Paused");
        assertEquals(RunState.PAUSED, state(run));
        int epochs = store.events(run).size();
        heard.clear();
        queue.resume(run);
        await("1 Resumed");
        await("1 EpochDone");
        assertEquals(RunState.RUNNING, state(run));
        assertTrue(store.events(run).size() > epochs);
        queue.cancel(run);
        await("1 Cancelled");
    }

    @Test
    void asManyRunsTrainAtATimeAsTheWorkspaceAllows() throws Exception {
        long first = queue.add(spec(100_000), "");
        await("1 EpochDone");
        long second = queue.add(spec(100_000).withSeed(2), "");
        assertEquals(RunState.QUEUED, state(second));
        queue.parallelRuns(2);
        await("2 EpochDone");
        long third = queue.add(spec(2), "");
        assertEquals(RunState.QUEUED, state(third));
        queue.pause(first);
        await("1 Paused");
        heard.clear();
        await("2 EpochDone");
        queue.stop(second);
        await("2 Cancelled");
        await("3 Finished");
        queue.stop(first);
        await("1 Cancelled");
        assertEquals(2, store.parallelRuns(), "it is remembered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "mxnet"})
    void runsThatTrainTogetherLearnWhatEachLearnsAlone(String engine) throws Exception {
        for (int seed = 1; seed <= 4; seed++) {
            queue.add(spec(6, engine).withSeed(seed), "");
            await(seed + " Finished");
        }
        queue.parallelRuns(4);
        for (int seed = 1; seed <= 4; seed++) {
            queue.add(spec(6, engine).withSeed(seed), "");
        }
        Set<String> missing = new HashSet<>(Set.of("5 Finished", "6 Finished", "7 Finished", "8 Finished"));
        while (!missing.isEmpty()) {
            String event = heard.poll(300, TimeUnit.SECONDS);
            assertTrue(event != null, () -> "never heard " + missing);
            missing.remove(event);
        }
        for (int seed = 1; seed <= 4; seed++) {
            assertEquals(losses(seed), losses(seed + 4));
            assertEquals(best(seed), best(seed + 4));
        }
    }

    @Test
    void aSeriesGoesOnWhereASeedDiverges() throws Exception {
        for (int seed = DIVERGES - 1; seed <= DIVERGES + 1; seed++) {
            queue.add(spec(3).withSeed(seed), "s");
        }
        await("3 Finished");
        List<StoredRun> all = store.list();
        assertEquals(RunState.FAILED, state(2));
        assertEquals(
                "mean of 2 of 3, seed 99 diverged",
                SeriesShare.of(
                                store,
                                all.stream().filter(RunFigures::isReported).toList(),
                                all)
                        .words()
                        .orElseThrow()
                        .in(Locale.ENGLISH));
    }

    private List<Double> losses(long run) throws DataException {
        return RunEvent.epochs(store.events(run)).stream()
                .map(RunEvent.EpochDone::loss)
                .toList();
    }

    private Map<String, Double> best(long run) throws DataException {
        return store.find(Long.toString(run)).best().orElseThrow().metrics();
    }

    @Test
    void aRunWaitsWhileAnotherProgramTrains() throws Exception {
        try (TrainingPlace other = TrainingPlace.take(store, "", new RunControl(), ahead -> {})) {
            long run = queue.add(spec(1), "");
            await("1 waits");
            assertEquals(RunState.QUEUED, state(run));
            long second = queue.add(spec(1), "");
            queue.stop(run);
            await("2 waits");
            assertEquals(RunState.CANCELLED, state(run));
            assertEquals(RunState.QUEUED, state(second));
            assertTrue(other != null);
        }
        await("2 Finished");
    }

    @Test
    void aWaitingRunThatIsTakenAwayIsNotBegun() throws Exception {
        try (TrainingPlace other = TrainingPlace.take(store, "", new RunControl(), ahead -> {})) {
            long taken = queue.add(spec(1), "");
            await("1 waits");
            long second = queue.add(spec(1), "");
            store.requests().takeAway(taken);
            await("2 waits");
            assertEquals(RunState.INTERRUPTED, state(taken));
            assertEquals(RunState.QUEUED, state(second));
            assertTrue(other != null);
        }
        await("2 Finished");
        assertEquals(RunState.INTERRUPTED, state(1));
    }

    @Test
    void aRunThatIsLeftOnClosingIsResumedByTheNextQueue() throws Exception {
        long run = queue.add(spec(40), "");
        await("1 EpochDone");
        queue.close();
        await("1 Paused");
        assertEquals(RunState.PAUSED, state(run));
        open();
        queue.add(store.find(Long.toString(run)));
        await("1 Resumed");
        await("1 Finished");
        assertEquals(
                40,
                store.events(run).stream()
                        .filter(RunEvent.EpochDone.class::isInstance)
                        .count());
    }

    @Test
    void theCurvesOfARunLieBesideIt() throws Exception {
        long run = queue.add(spec(2), "");
        await("1 Finished");
        Path written = store.files().folder(run);
        assertEquals(3, Files.readAllLines(written.resolve("curves.csv")).size(), "a head and two epochs");
        byte[] picture = Files.readAllBytes(written.resolve("curves.png"));
        assertEquals("PNG", new String(picture, 1, 3, StandardCharsets.US_ASCII));
    }
}
