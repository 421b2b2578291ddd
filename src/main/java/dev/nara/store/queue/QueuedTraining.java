package dev.nara.store.queue;

import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunControl;
import dev.nara.run.RunListener;
import dev.nara.run.TakenAway;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains a run whose turn it is. Never throws: failures are stored with the run and reported to the watcher. */
final class QueuedTraining {
    private static final Logger LOG = LoggerFactory.getLogger(QueuedTraining.class);

    private final Services services;
    private final RunStore store;
    private final QueueWatcher watcher;
    private @Nullable Prepared open;

    QueuedTraining(Services services, RunStore store, QueueWatcher watcher) {
        this.services = services;
        this.store = store;
        this.watcher = watcher;
    }

    /** Sets data that is already open, so that runs on it need not read it again. */
    synchronized void open(Prepared data) {
        open = data;
    }

    /** Reports to the queue that a training waits for a {@link GpuPlace}; the queue stores that in {@link GpuWaits}. */
    interface GpuWait {
        /** The training waits for one of these GPUs. */
        void begins(List<NamedGpu> gpus);

        /** The training has a GPU, or needs none. */
        void ends();
    }

    /** Trains a run as soon as there is a place for it; returns when the run ends, successfully or not. */
    void train(StoredRun run, RunControl control, GpuWait wait) {
        try {
            trainInPlace(run, control, wait);
        } catch (RunControl.Left | TakenAway e) {
            LOG.info("run {} was left before it could begin", run.id());
        } catch (CancellationException e) {
            stopped(run);
        } catch (DataException e) {
            couldNotBegin(run);
            watcher.failed(run, e);
        } catch (IOException e) {
            LOG.warn("a place was not given back", e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.error("a queued run could not begin", e);
            couldNotBegin(run);
            watcher.failed(
                    run, new DataException(Text.of("run.failed.error", e.toString()), Text.of("run.remedy.log")));
        }
    }

    @SuppressWarnings("try")
    private void trainInPlace(StoredRun run, RunControl control, GpuWait wait) throws DataException, IOException {
        String id = Long.toString(run.id());
        List<NamedGpu> gpus = gpus(run);
        Consumer<List<String>> waits = ahead -> {
            wait.begins(gpus);
            watcher.waits(run);
        };
        // The GPU first: a run waiting for a GPU must not take a place from runs on the CPU.
        try (GpuPlace gpu = GpuPlace.take(store, id, gpus, control, waits)) {
            wait.ends();
            try (TrainingPlace place = TrainingPlace.take(store, id, control, ahead -> watcher.waits(run))) {
                train(run, gpu.of(services.preparedRun(run, data(run))), control);
            }
        }
    }

    /** The GPUs from which a run takes one. */
    List<NamedGpu> gpus(StoredRun run) throws DataException {
        RunSpec spec = run.spec();
        return services.algorithms().algorithm(spec.algorithm()).gpus(spec.engine(), spec.device());
    }

    private void train(StoredRun run, PreparedRun preparedRun, RunControl control) throws DataException {
        preparedRun.checkStart();
        // Computed here because the window may need it for warnings, and must not compute it on its own thread.
        preparedRun.split().summary();
        RunListener listener = watcher.begins(run, preparedRun);
        store.runner(run.id(), preparedRun, listener, control).run();
    }

    private void couldNotBegin(StoredRun run) {
        try {
            store.resumption().couldNotBegin(run.id());
        } catch (DataException e) {
            LOG.error("a run that could not begin is not stored as such", e);
        }
    }

    private void stopped(StoredRun run) {
        try {
            store.requests().stop(run.id());
            watcher.stopped(run);
        } catch (DataException e) {
            LOG.error("a run that was stopped is not stored as such", e);
        }
    }

    private Prepared data(StoredRun run) throws DataException {
        Prepared data;
        synchronized (this) {
            data = open;
        }
        // At any path: the folder may have been moved.
        boolean fits = data != null
                && data.recipe().equals(run.spec().recipe())
                && data.dataset().has(run.spec().fingerprint());
        return fits && data != null ? data : services.data(run, Progress.NONE);
    }
}
