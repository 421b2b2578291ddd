package dev.nara.search.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.TrainingBackend;
import dev.nara.search.study.TrialState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StudyRun;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTrainingTest {
    @TempDir
    Path folder;

    private static final TrialExecutor.Watch NOBODY = new TrialExecutor.Watch() {
        @Override
        public void epoch(long run, RunEvent.EpochDone done) {}

        @Override
        public boolean rung(long run, int rung, RunEvent.EpochDone done) {
            return true;
        }

        @Override
        public void ended(long run, TrialExecutor.End end) {}
    };

    private static TrialTraining training(RunStore store, long run, RunSpec spec, TrialTraining.Preparing preparing) {
        TrialExecutor.Task task = new TrialExecutor.Task(1, 1, spec, List.of(), false);
        TrialTraining.Means means = new TrialTraining.Means(TrainingBackend.HERE, preparing, any -> List.of());
        return new TrialTraining(
                means, store, run, task, 0, NOBODY, store.requests().control(run));
    }

    @Test
    @SuppressWarnings("try")
    void aRunOfAProgramThatWasKilledWaitsForAPlace() throws Exception {
        RunSpec spec =
                RunSpec.draft().algorithm("mf").metrics("HR@10").epochs(2).spec();
        try (RunStore store = RunStore.open(folder)) {
            long run = store.create(spec, new StudyRun(1, 1, List.of(), false));
            store.requests().takeAway(run);
            TrialTraining training = training(store, run, spec, prepared -> {
                throw new DataException(Text.of("study.no"), Text.of("study.no.remedy"));
            });

            CompletableFuture<TrialExecutor.End> end;
            try (TrainingPlace only = TrainingPlace.take(store, "", new RunControl(), ahead -> {})) {
                end = CompletableFuture.supplyAsync(training::train);
                assertThrows(TimeoutException.class, () -> end.get(600, TimeUnit.MILLISECONDS));
            }
            TrialExecutor.End ended = end.get(120, TimeUnit.SECONDS);
            assertFalse(ended.gone());
            assertEquals(Text.of("study.no"), ended.why());
        }
    }

    @Test
    @SuppressWarnings("try")
    void aRunThatIsTakenUpElsewhereIsNotWaitedForInThePlaceThatItNeeds() throws Exception {
        RunSpec spec =
                RunSpec.draft().algorithm("mf").metrics("HR@10").epochs(2).spec();
        try (RunStore store = RunStore.open(folder);
                RunStore other = RunStore.open(folder)) {
            long run = store.create(spec, new StudyRun(1, 1, List.of(), false));
            store.requests().takeAway(run);
            other.resumption().enqueue(List.of(run));
            TrialTraining training = training(store, run, spec, prepared -> {
                throw new AssertionError("not to be trained here");
            });

            try (TrainingPlace only = TrainingPlace.take(other, Long.toString(run), new RunControl(), ahead -> {})) {
                CompletableFuture<TrialExecutor.End> end = CompletableFuture.supplyAsync(training::train);
                other.requests().stop(run);
                assertEquals(TrialState.STOPPED, end.get(120, TimeUnit.SECONDS).state());
            }
        }
    }
}
