package dev.nara.search.running;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Origin;
import dev.nara.search.study.Phase;
import dev.nara.search.study.Recorded;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyDraft;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyListener;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.TestResult;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.search.trials.RunTrials;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.TestModels;
import dev.nara.store.queue.TrainingPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that train. */
public class RunningStudyTest {
    private static final int USERS = 40;
    private static final int ITEMS = 30;

    private static final Dataset DATA = data();

    @TempDir
    private Path folder;

    private Services services;
    private RunStore store;
    private ExecutorService threads;

    /** Each user has ten items of its taste, one a day. */
    public static Dataset data() {
        SplittableRandom random = new SplittableRandom(3);
        return Toy.of(
                USERS,
                ITEMS,
                IntStream.range(0, USERS * 10)
                        .mapToObj(n ->
                                new long[] {n / 10, (n / 10 % 3) * 10 + random.nextInt(12) % 10, 86_400L * (n % 10)})
                        .toArray(long[][]::new));
    }

    @BeforeEach
    void open() throws DataException {
        services = TestServices.on(folder);
        store = RunStore.open(folder.resolve("workspace"));
        threads = Executors.newCachedThreadPool();
    }

    @AfterEach
    void close() throws DataException {
        threads.shutdown();
        store.close();
    }

    private StudyDraft draft(int epochs) {
        RunSpec base = RunSpec.draft()
                .algorithm("mf")
                .split("leave-one-out")
                .metrics("NDCG@5,Coverage@5")
                .epochs(epochs)
                .patience(epochs)
                .spec();
        return new StudyDraft(services, DATA, base)
                .space("learning_rate=0.01..0.5:log,negatives=1..4")
                .set(Map.of("factors", "8"))
                .sampler("random")
                .seeds(2);
    }

    private StudySnapshot run(long study, StudyListener listener) throws DataException {
        return new Studies(store).open(services, study, DATA, threads, listener).run();
    }

    /** Calls back about events. */
    private static StudyListener on(Consumer<Recorded> event) {
        return new StudyListener() {
            @Override
            public void event(Recorded recorded) {
                event.accept(recorded);
            }
        };
    }

    @Test
    void endsWithAChoiceThatIsReportedOnTheTestPartWhenAskedAndNotBefore() throws DataException, IOException {
        Studies studies = new Studies(store);
        long study = studies.create(draft(8).budget(Budget.ofTrials(6)).spec());
        List<StudySnapshot> seen = new ArrayList<>();
        StudySnapshot end = run(study, new StudyListener() {
            @Override
            public void snapshot(StudySnapshot snapshot) {
                seen.add(snapshot);
            }
        });

        assertEquals(Phase.CHOSEN, end.phase());
        assertEquals(6, end.trials().size());
        assertEquals(end, seen.get(seen.size() - 1));
        int chosen = end.choice().orElseThrow().trial();
        assertTrue(end.trial(chosen).level());
        for (StoredRun run : store.studies().runs(study)) {
            assertEquals(study, run.study().orElseThrow().study());
            assertTrue(run.tested().isEmpty());
            assertFalse(Files.exists(TestModels.userFiguresFile(store, run.id())));
            assertFalse(Files.exists(store.files().split(run.id())));
        }
        assertEquals(0, store.looks().count(studies.spec(study).base()));

        studies.ask(study, new StudyEvent.TestAsked(2));
        StudySnapshot tested = run(study, new StudyListener() {});

        assertEquals(Phase.TESTED, tested.phase());
        TestResult result = tested.test().orElseThrow();
        assertEquals(2, result.figures().size());
        int expected = chosen == 1 ? 2 : 4;
        assertEquals(expected, result.looks());
        List<StoredRun> tests = store.studies().runs(study).stream()
                .filter(r -> r.study().orElseThrow().test())
                .toList();
        assertEquals(expected, tests.size());
        for (StoredRun run : tests) {
            assertEquals("fixed", run.spec().validation());
            assertEquals(run.spec().epochs(), run.tested().orElseThrow().epoch());
            assertEquals(USERS, run.tested().orElseThrow().users());
        }
    }

    /** A trial that is left at each of its rungs, and let go on. */
    private long left(RunTrials trials, RunSpec spec, List<Integer> rungs) throws Exception {
        TrialExecutor.Task task = new TrialExecutor.Task(1, 1, spec, rungs, false);
        long run = trials.create(task);
        for (int reached = 0; reached <= rungs.size(); reached++) {
            CompletableFuture<TrialExecutor.End> end = new CompletableFuture<>();
            trials.train(run, task, reached, new TrialExecutor.Watch() {
                @Override
                public void epoch(long of, RunEvent.EpochDone done) {}

                @Override
                public boolean rung(long of, int rung, RunEvent.EpochDone done) {
                    return false;
                }

                @Override
                public void ended(long of, TrialExecutor.End how) {
                    end.complete(how);
                }
            });
            TrialState expected = reached < rungs.size() ? TrialState.DROPPED : TrialState.FINISHED;
            assertEquals(expected, end.get().state());
        }
        return run;
    }

    @Test
    void aTrialThatIsDroppedAndThawedIsBitByBitTheUndisturbedOne() throws Exception {
        StudySpec spec = draft(9).budget(Budget.ofTrials(1)).spec();
        RunTrials trials = new RunTrials(services, store, DATA, spec, threads);
        RunSpec run = spec.run(spec.parts().get(0), Map.of("learning_rate", "0.1"), 1);
        long whole = left(trials, run, List.of());
        long thawed = left(trials, run, List.of(2, 3, 7));

        List<Map<String, Double>> metrics = new ArrayList<>();
        for (long each : List.of(whole, thawed)) {
            assertEquals(RunState.FINISHED, store.find(Long.toString(each)).state());
            metrics.add(RunEvent.epochs(store.events(each)).get(8).metrics());
            assertEquals(
                    RunEvent.epochs(store.events(whole)).stream()
                            .map(RunEvent.EpochDone::loss)
                            .toList(),
                    RunEvent.epochs(store.events(each)).stream()
                            .map(RunEvent.EpochDone::loss)
                            .toList());
        }
        assertEquals(metrics.get(0), metrics.get(1));
        int best = store.find(Long.toString(whole)).best().orElseThrow().epoch();
        double[] users = trials.users(whole, best);
        assertEquals(USERS, users.length);
        assertArrayEquals(users, trials.users(thawed, best));
        // Those of the rungs are kept besides.
        assertEquals(USERS, trials.users(thawed, 3).length);
        // The files themselves also say which run they are of.
        Weights ofWhole = store.models().weights(store.find(Long.toString(whole)));
        Weights ofThawed = store.models().weights(store.find(Long.toString(thawed)));
        assertEquals(ofWhole.names(), ofThawed.names());
        for (String name : ofWhole.names()) {
            assertArrayEquals(ofWhole.get(name), ofThawed.get(name), name);
        }
    }

    @Test
    void anotherProgramDropsThawsAndFinishesWhileItRuns() throws DataException {
        Studies studies = new Studies(store);
        long study = studies.create(
                draft(2000).budget(Budget.ofMinutes(60)).race("off").spec());
        try (RunStore other = RunStore.open(folder.resolve("workspace"))) {
            Studies elsewhere = new Studies(other);
            StudySnapshot end = run(study, on(recorded -> {
                try {
                    if (recorded.event() instanceof StudyEvent.Added added) {
                        assertTrue(elsewhere.underWay(study));
                        elsewhere.ask(study, new StudyEvent.DropAsked(added.trial()));
                    } else if (recorded.event() instanceof StudyEvent.Dropped dropped && dropped.trial() == 2) {
                        elsewhere.ask(study, new StudyEvent.Pinned(1));
                        elsewhere.ask(study, new StudyEvent.FinishAsked());
                    }
                } catch (DataException e) {
                    throw new IllegalStateException(e);
                }
            }));

            assertFalse(elsewhere.underWay(study));
            assertEquals(TrialState.DROPPED, end.trial(1).state());
            assertEquals(TrialState.DROPPED, end.trial(2).state());
            assertTrue(end.trial(1).pinned());
            assertEquals(0, end.choice().orElseThrow().trial());
            assertEquals("study.nothing", end.notices().get(0).key());
            assertEquals(Phase.CHOSEN, end.phase());
        }
    }

    @Test
    void whileAnotherRunHasThePlaceItWaitsAndItsClockStandsStill() throws DataException, IOException {
        long study =
                new Studies(store).create(draft(2).budget(Budget.ofTrials(1)).spec());
        TrainingPlace place = TrainingPlace.take(store, "7", new RunControl(), ahead -> {});
        List<Recorded> all = new ArrayList<>();
        List<List<String>> shown = new ArrayList<>();
        StudySnapshot end = run(study, new StudyListener() {
            @Override
            public void event(Recorded recorded) {
                all.add(recorded);
                if (recorded.event() instanceof StudyEvent.Waits waits
                        && !waits.ahead().isEmpty()) {
                    try {
                        shown.add(new Studies(store).snapshot(study).doing().waitsFor());
                        place.close();
                    } catch (DataException | IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        });

        assertEquals(Phase.CHOSEN, end.phase());
        assertEquals(List.of(List.of("7")), shown);
        assertEquals(
                List.of(new StudyEvent.Waits(List.of("7")), new StudyEvent.Waits(List.of())),
                all.stream()
                        .map(Recorded::event)
                        .filter(StudyEvent.Waits.class::isInstance)
                        .toList());
    }

    @Test
    void aStudyThatIsLeftGoesOnWithTheSameSettings() throws DataException {
        Studies studies = new Studies(store);
        StudySpec spec = draft(6).budget(Budget.ofTrials(5)).spec();
        StudySnapshot whole;
        // Elsewhere, for otherwise its runs would be told to the other study.
        try (RunStore elsewhere = RunStore.open(folder.resolve("elsewhere"))) {
            Studies others = new Studies(elsewhere);
            whole = others.open(services, others.create(spec), DATA, threads, new StudyListener() {})
                    .run();
        }

        long study = studies.create(spec);
        RunningStudy[] running = new RunningStudy[1];
        running[0] = studies.open(services, study, DATA, threads, on(recorded -> {
            if (recorded.event() instanceof StudyEvent.Added added && added.trial() == 3) {
                running[0].leave();
            }
        }));
        StudySnapshot left = running[0].run();
        assertEquals(Phase.INTERRUPTED, left.phase());
        assertEquals(3, left.trials().size());
        StudySnapshot end = run(study, new StudyListener() {});

        assertEquals(
                whole.trials().stream().map(Trial::settings).toList(),
                end.trials().stream().map(Trial::settings).toList());
        assertEquals(
                whole.trials().stream().map(Trial::seedFigures).toList(),
                end.trials().stream().map(Trial::seedFigures).toList());
        assertEquals(whole.choice(), end.choice());
    }

    @Test
    void runsThatWereStoredBeforeAreReportedAndNotTrainedAgain() throws DataException {
        Studies studies = new Studies(store);
        StudySpec spec = draft(6).budget(Budget.ofTrials(2)).spec();
        RunSpec run = spec.run(spec.parts().get(0), Map.of("learning_rate", "0.2", "negatives", "2"), 7);
        long stored = store.create(run, RunState.QUEUED, "");
        store.runner(stored, services.prepare(run, DATA), event -> {}, new RunControl())
                .run();
        StudySnapshot end = run(studies.create(spec), new StudyListener() {});

        assertEquals(
                List.of(Origin.PRESET, Origin.STORED, Origin.OTHER_PRESET),
                end.trials().stream().map(Trial::origin).toList());
        assertEquals(stored, end.trial(2).runs().get(0));
        assertEquals(TrialState.FINISHED, end.trial(2).state());
        assertEquals("0.2", end.trial(2).settings().get("learning_rate"));
        StoredRun earlier = store.find(Long.toString(stored));
        double figure = studies.events(end.id(), 0).stream()
                .map(Recorded::event)
                .filter(StudyEvent.Ended.class::isInstance)
                .map(StudyEvent.Ended.class::cast)
                .filter(event -> event.run() == stored)
                .findFirst()
                .orElseThrow()
                .figure();
        assertEquals(
                figure,
                studies.searched(services, DATA, spec, earlier).orElseThrow(),
                1e-9,
                "a run is seen beside trials by the figure that they are told by");
        assertNotEquals(earlier.best().orElseThrow().metrics().get("NDCG@5"), figure, "of half of the users");
        StudyChoice choice = end.choice().orElseThrow();
        assertEquals(choice.best(), end.bestNow().orElseThrow().trial(), "the best is one that was confirmed");
        assertEquals(
                choice.level().stream().sorted().toList(),
                end.trials().stream()
                        .filter(Trial::level)
                        .map(Trial::number)
                        .sorted()
                        .toList());
        assertEquals(Phase.CHOSEN, studies.phase(end.id()));
    }
}
