package dev.nara.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.TestServices;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.eval.Evaluation;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that other machines train, one of which is lost, is stored as one that this program trained. */
class RemoteTrainingTest {
    private static final Text LOST = Text.of("study.words", "lost");

    @TempDir
    private Path folder;

    /** A machine that tells what it does, and is gone after an epoch. */
    private record Machine(RemoteTraining near, int attempt, RunControl control, int lostAfter) implements RunListener {
        private static final class Lost extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        /** Trains until the end, or until it is lost. */
        static void train(RemoteTraining near, int attempt, int lostAfter) throws DataException {
            TrainingJob job = near.begins(attempt);
            RunControl control = new RunControl();
            Machine machine = new Machine(near, attempt, control, lostAfter);
            new Runner(job.preparedRun(), machine, control, job.left(), job.starts()).run();
        }

        @Override
        public void event(RunEvent event) {
            // A machine that is lost says nothing more.
            if (!(event instanceof RunEvent.Failed)) {
                control.follow(
                        near.event(attempt, RunJson.event(RunJson.event(event).toString())));
            }
            if (event instanceof RunEvent.EpochDone done && done.epoch() == lostAfter) {
                throw new Lost();
            }
        }

        @Override
        public void model(Evaluated evaluated) {
            Evaluation figures = evaluated.evaluation();
            Evaluation travelled = Evaluation.of(figures.means(), Map.of("HR@5", figures.perUser("HR@5")));
            near.model(attempt, evaluated.epoch(), evaluated.recommender().weights(), travelled);
        }

        @Override
        public void tested(RunEvent.Tested tested, Evaluation evaluation) {
            near.tested(attempt, tested, evaluation);
        }

        @Override
        public void checkpoint(RunEvent.EpochDone epoch, Supplier<Weights> state) {
            near.checkpoint(attempt, epoch, state.get());
        }
    }

    private final RunSpec spec = RunSpec.draft()
            .data("toy")
            .format("toy")
            .fingerprint(data().fingerprint())
            .split("leave-one-out")
            .algorithm("bpr")
            .epochs(5)
            .seed(3)
            .metrics("HR@5")
            .spec();

    private static Dataset data() {
        return Toy.twoTastes(40, 60, 12);
    }

    private static List<Map<String, Double>> figures(RunStore store, long run) throws DataException {
        return RunEvent.epochs(store.events(run)).stream()
                .map(RunEvent.EpochDone::metrics)
                .toList();
    }

    @Test
    void aLostMachineIsFollowedByAnotherAndNothingDiffers() throws Exception {
        Services services = TestServices.on(folder);
        PreparedRun prepared = services.prepare(spec, data());
        try (RunStore store = services.store(services.workspace())) {
            long here = store.create(prepared.spec(), RunState.QUEUED, "");
            store.runner(here, prepared, event -> {}, new RunControl()).run();
            long there = store.create(prepared.spec(), RunState.QUEUED, "");
            RemoteTraining near = new RemoteTraining(() -> store.job(there, prepared, event -> {}, new RunControl()));
            Machine.train(near, 0, 2);
            assertEquals(2, figures(store, there).size());
            Machine.train(near, 1, Integer.MAX_VALUE);

            assertInstanceOf(RunEvent.Finished.class, near.end(LOST));
            assertEquals(figures(store, here), figures(store, there));
            assertEquals(5, figures(store, there).size());
            assertEquals(RunState.FINISHED, store.find(Long.toString(there)).state());
            Weights expected = store.models().weights(store.find(Long.toString(here)));
            Weights trained = store.models().weights(store.find(Long.toString(there)));
            for (String name : expected.names()) {
                assertArrayEquals(expected.get(name), trained.get(name), name);
            }
            assertEquals(
                    1,
                    store.events(there).stream()
                            .filter(event -> event instanceof RunEvent.Paused paused && paused.left())
                            .count());
            assertEquals(RunControl.Request.LEAVE, near.event(0, new RunEvent.Evaluating(1, 1, 2)));
            assertThrows(IllegalStateException.class, () -> near.begins(2));
        }
    }

    @Test
    void aRunThatIsToBeLeftIsLeftThere() throws Exception {
        Services services = TestServices.on(folder);
        PreparedRun prepared = services.prepare(spec, data());
        try (RunStore store = services.store(services.workspace())) {
            long run = store.create(prepared.spec(), RunState.QUEUED, "");
            RunControl control = new RunControl();
            RemoteTraining near = new RemoteTraining(() -> store.job(
                    run,
                    prepared,
                    event -> {
                        if (event instanceof RunEvent.EpochDone done && done.epoch() == 2) {
                            control.leave();
                        }
                    },
                    control));
            Machine.train(near, 0, Integer.MAX_VALUE);
            assertInstanceOf(RunEvent.Paused.class, near.end(LOST));
            assertEquals(2, figures(store, run).size());
            assertEquals(RunState.PAUSED, store.find(Long.toString(run)).state());
        }
    }

    @Test
    void whereNoMachineIsLeftTheRunCanGoOnAnotherTime() throws Exception {
        Services services = TestServices.on(folder);
        PreparedRun prepared = services.prepare(spec, data());
        try (RunStore store = services.store(services.workspace())) {
            long run = store.create(prepared.spec(), RunState.QUEUED, "");
            RemoteTraining near = new RemoteTraining(() -> store.job(run, prepared, event -> {}, new RunControl()));
            Machine.train(near, 0, 2);
            assertInstanceOf(RunEvent.Interrupted.class, near.end(LOST));
            assertEquals(RunState.INTERRUPTED, store.find(Long.toString(run)).state());
            store.resumption().enqueue(List.of(run));
            assertInstanceOf(
                    RunEvent.Finished.class,
                    store.runner(run, prepared, event -> {}, new RunControl()).run());
        }
    }
}
