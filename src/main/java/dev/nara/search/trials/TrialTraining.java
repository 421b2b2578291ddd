package dev.nara.search.trials;

import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.TakenAway;
import dev.nara.run.TrainingBackend;
import dev.nara.search.study.TrialState;
import dev.nara.search.trials.TrialExecutor.End;
import dev.nara.search.trials.TrialExecutor.Task;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.GpuPlace;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains one run of a study until it ends or is stopped, and reports how it ended. Never throws. */
final class TrialTraining {
    private static final Logger LOG = LoggerFactory.getLogger(TrialTraining.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Means means;
    private final RunStore store;
    private final long run;
    private final Task task;
    private final TrialExecutor.Watch watch;
    private final RunControl control;
    private int reached;

    /** Applies a run's settings to the study's data. */
    @FunctionalInterface
    interface Preparing {
        PreparedRun of(RunSpec spec) throws DataException;
    }

    /** The GPUs of which a run uses one. */
    @FunctionalInterface
    interface TrialGpus {
        List<NamedGpu> of(RunSpec spec) throws DataException;
    }

    /** The means of training a trial: the backend, the preparation of its settings, and its GPUs. */
    record Means(TrainingBackend backend, Preparing preparing, TrialGpus gpus) {}

    TrialTraining(
            Means means,
            RunStore store,
            long run,
            Task task,
            int reached,
            TrialExecutor.Watch watch,
            RunControl control) {
        this.means = means;
        this.store = store;
        this.run = run;
        this.task = task;
        this.reached = reached;
        this.watch = watch;
        this.control = control;
    }

    End train() {
        try {
            Optional<End> end = Optional.empty();
            while (end.isEmpty()) {
                StoredRun stored = whenFree();
                if (stored.state().ended()) {
                    return end(stored);
                }
                end = isTakenUp(stored) ? inPlace() : end;
            }
            return end.get();
        } catch (RunControl.Left e) {
            return left();
        } catch (TakenAway e) {
            return gone(String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            return stopped();
        } catch (DataException e) {
            return failed(e.problem());
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("a trial could not be trained", e);
            return failed(Text.of("run.failed.error", e.toString()));
        }
    }

    /** Takes over a waiting run, too, if its process was killed; false if another process was faster. */
    private boolean isTakenUp(StoredRun stored) throws DataException {
        try {
            if (!store.owners().isOwn(stored.process()) && store.resumption().possible(stored)) {
                store.resumption().enqueue(List.of(run));
            }
            return true;
        } catch (DataException e) {
            if (store.owners().elsewhere(found())) {
                return false;
            }
            throw e;
        }
    }

    /** Empty if another process has taken over the run in the meantime, which needs a place for it. */
    @SuppressWarnings("try")
    private Optional<End> inPlace() throws DataException, IOException {
        List<NamedGpu> gpus = means.gpus().of(found().spec());
        String id = Long.toString(run);
        // The GPU comes first, because a run that waits for one must not occupy a place of runs on the processor.
        try (GpuPlace gpu = GpuPlace.take(store, id, gpus, control, ahead -> watch.waits(run, ahead))) {
            if (means.backend().places().isPresent()) {
                return trained(gpu);
            }
            try (TrainingPlace place = TrainingPlace.take(store, id, control, ahead -> watch.waits(run, ahead))) {
                watch.waits(run, List.of());
                return trained(gpu);
            }
        }
    }

    private Optional<End> trained(GpuPlace gpu) throws DataException, IOException {
        StoredRun stored = found();
        if (store.owners().elsewhere(stored) || stored.state().ended()) {
            return Optional.empty();
        }
        if (!reportsRungs()) {
            return Optional.of(left());
        }
        PreparedRun prepared = gpu.of(means.preparing().of(stored.spec()));
        prepared.checkStart();
        RunEvent end = means.backend().train(() -> store.job(run, prepared, this::event, control));
        return Optional.of(end instanceof RunEvent.Interrupted gone ? gone(gone.message()) : end(found()));
    }

    private StoredRun found() throws DataException {
        return store.find(Long.toString(run));
    }

    /** Another process may have taken over the run on a user's request; its result counts. */
    private StoredRun whenFree() throws DataException {
        StoredRun stored = found();
        while (store.owners().elsewhere(stored) && !stored.state().ended()) {
            if (control.ending()) {
                throw new RunControl.Left();
            }
            LockSupport.parkNanos(LOOK_NANOS);
            stored = found();
        }
        return stored;
    }

    /** Reports the rungs that it reached before without reporting them; returns whether it should continue. */
    private boolean reportsRungs() throws DataException {
        for (RunEvent.EpochDone done : RunEvent.epochs(store.events(run))) {
            if (!goesOn(done)) {
                return false;
            }
        }
        return true;
    }

    private void event(RunEvent event) {
        if (event instanceof RunEvent.EpochDone done) {
            watch.epoch(run, done);
            if (!goesOn(done)) {
                control.leave();
            }
        }
    }

    private boolean goesOn(RunEvent.EpochDone done) {
        List<Integer> rungs = task.rungs();
        boolean goesOn = true;
        while (goesOn && !done.metrics().isEmpty() && reached < rungs.size() && rungs.get(reached) <= done.epoch()) {
            reached++;
            goesOn = watch.rung(run, reached, done);
        }
        return goesOn;
    }

    private End left() {
        return new End(TrialState.DROPPED, Optional.empty(), 0, Double.NaN, Map.of(), null, false);
    }

    private End gone(String words) {
        return new End(
                TrialState.DROPPED, Optional.empty(), 0, Double.NaN, Map.of(), Text.of("study.words", words), true);
    }

    private End failed(Text why) {
        try {
            store.resumption().couldNotBegin(run);
        } catch (DataException e) {
            LOG.error("a trial that could not be trained is not stored as such", e);
        }
        return new End(TrialState.FAILED, Optional.empty(), 0, Double.NaN, Map.of(), why, false);
    }

    /** The end of a run stopped before it could start. */
    private End stopped() {
        try {
            store.requests().stop(run);
        } catch (DataException e) {
            LOG.error("a trial that was stopped is not stored as such", e);
        }
        Text why = Text.of("study.stopped");
        return new End(TrialState.STOPPED, Optional.empty(), 0, Double.NaN, Map.of(), why, false);
    }

    /** The end of a run as stored. */
    private End end(StoredRun stored) throws DataException, IOException {
        List<RunEvent> events = store.events(run);
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(events).stream()
                .filter(e -> e.phase()
                        .equals(stored.last().map(RunEvent.EpochDone::phase).orElse(e.phase())))
                .toList();
        TrialState state =
                switch (stored.state()) {
                    case FINISHED -> TrialState.FINISHED;
                    case CANCELLED -> TrialState.STOPPED;
                    case FAILED -> diverged(events) ? TrialState.DIVERGED : TrialState.FAILED;
                    default -> TrialState.DROPPED;
                };
        if (state == TrialState.FINISHED && !task.test()) {
            // There are many trials, and this one will not be resumed.
            for (Path file : store.files().forResuming(run)) {
                Files.deleteIfExists(file);
            }
        }
        double seconds = epochs.stream()
                .mapToDouble(e -> e.seconds() + e.evaluationSeconds())
                .average()
                .orElse(Double.NaN);
        Map<String, Double> tested =
                RunEvent.tested(events).map(RunEvent.Tested::metrics).orElse(Map.of());
        return new End(state, stored.best(), epochs.size(), seconds, tested, why(state, events), false);
    }

    private static boolean diverged(List<RunEvent> events) {
        return events.stream().anyMatch(e -> e instanceof RunEvent.Failed failed && failed.diverged());
    }

    private static @Nullable Text why(TrialState state, List<RunEvent> events) {
        if (state == TrialState.STOPPED) {
            return Text.of("study.stopped");
        }
        return events.stream()
                .filter(RunEvent.Failed.class::isInstance)
                .map(e -> Text.of("study.words", ((RunEvent.Failed) e).message()))
                .reduce((a, b) -> b)
                .orElse(null);
    }
}
