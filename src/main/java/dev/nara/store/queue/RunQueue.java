package dev.nara.store.queue;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunControl;
import dev.nara.run.RunListener;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of a window that wait for their turn, the smallest place first; as many train at a time as the workspace allows.
 * Safe for many threads.
 */
public final class RunQueue {
    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);

    private final Services services;
    private final RunStore store;
    private final Executor executor;
    private final Watcher watcher;
    private final Set<Long> waiting = new HashSet<>();
    /** The runs whose turn it is, in the order in which it came. */
    private final Map<Long, RunControl> current = new LinkedHashMap<>();

    private int added;
    private int parallelRuns = 1;
    private int workers;
    private boolean closed;
    private @Nullable Prepared open;

    /** Hears of the queue on the threads that change it. */
    public interface Watcher {
        /** A run begins or goes on; what is returned hears of it. */
        RunListener begins(StoredRun run, PreparedRun preparedRun);

        /** It is a run's turn, but other programs train as many as may. */
        void waits(StoredRun run);

        /** A run was stopped before it could begin. */
        void stopped(StoredRun run);

        /** A run could not begin. */
        void failed(StoredRun run, DataException problem);

        /** A run was added, begins, has ended or changed its place. */
        void changed();
    }

    /** {@code executor} trains; it should have a thread for each run that trains at a time. */
    public RunQueue(Services services, RunStore store, Executor executor, Watcher watcher) {
        this.services = services;
        this.store = store;
        this.executor = executor;
        this.watcher = watcher;
    }

    /** The data that is open anyway, so that runs on it need not read it again. */
    public synchronized void open(Prepared data) {
        open = data;
    }

    /** Adds a new run at the end. */
    public long add(RunSpec spec, String series) throws DataException {
        long run = store.create(spec, RunState.QUEUED, series);
        enter(run);
        return run;
    }

    /**
     * Adds a run that is paused or was interrupted, or waits since an earlier session; one that stands still in another
     * program goes on there.
     *
     * @throws DataException if it has ended, or another process trains it
     */
    public void add(StoredRun run) throws DataException {
        synchronized (this) {
            if (current.containsKey(run.id())) {
                resume(run.id());
                return;
            }
            if (waiting.contains(run.id())) {
                return;
            }
        }
        if (run.state() == RunState.PAUSED && store.elsewhere(run)) {
            store.requests().send(run.id(), RunRequest.GO_ON);
            return;
        }
        store.resumption().enqueue(run.id());
        enter(run.id());
    }

    private void enter(long run) throws DataException {
        int places = store.parallelRuns();
        synchronized (this) {
            waiting.add(run);
            added++;
            parallelRuns = places;
            begin();
        }
        watcher.changed();
    }

    /** Chooses how many runs of the workspace train at a time; those that train already go on. */
    public void parallelRuns(int places) throws DataException {
        store.parallelRuns(places);
        synchronized (this) {
            parallelRuns = places;
            begin();
        }
    }

    private synchronized void begin() {
        while (!closed && workers < Math.min(parallelRuns, waiting.size() + current.size())) {
            workers++;
            executor.execute(this::work);
        }
    }

    /** The runs that wait for their turn, in order. */
    public List<StoredRun> waiting() throws DataException {
        List<StoredRun> all = store.list();
        synchronized (this) {
            return all.stream()
                    .filter(r -> waiting.contains(r.id()) && r.state() == RunState.QUEUED)
                    .sorted(Comparator.comparingDouble(StoredRun::place))
                    .toList();
        }
    }

    /** Moves a waiting run to a place among those that wait, from 0; beyond the last is last. */
    public void move(long run, int to) throws DataException {
        List<StoredRun> others = waiting().stream().filter(r -> r.id() != run).toList();
        synchronized (this) {
            if (!waiting.contains(run) || others.isEmpty()) {
                return;
            }
        }
        int place = Math.max(0, Math.min(to, others.size()));
        double after =
                place == 0 ? others.get(0).place() - 2 : others.get(place - 1).place();
        double before = place == others.size() ? after + 2 : others.get(place).place();
        store.resumption().place(run, (after + before) / 2);
        watcher.changed();
    }

    /** Whether a run trains, stands still or is about to begin. */
    public synchronized boolean busy() {
        return !current.isEmpty();
    }

    /** Lets a run that trains stand still; nothing where it does not. */
    public synchronized void pause(long run) {
        Optional.ofNullable(current.get(run)).ifPresent(RunControl::pause);
    }

    /** Lets a run that stands still go on. */
    public synchronized void resume(long run) {
        Optional.ofNullable(current.get(run)).ifPresent(RunControl::resume);
    }

    /** Lets all that stand still go on. */
    public synchronized void resumeAll() {
        current.values().forEach(RunControl::resume);
    }

    /** Ends a run that trains at its next batch; nothing where it does not. */
    public synchronized void stop(long run) {
        Optional.ofNullable(current.get(run)).ifPresent(RunControl::cancel);
    }

    /**
     * Does with a run what is wished, whichever program works on it.
     *
     * @throws DataException if none does
     */
    public void wish(long run, RunRequest wish) throws DataException {
        boolean here;
        synchronized (this) {
            here = current.containsKey(run) || waiting.contains(run);
        }
        if (!here) {
            store.requests().send(run, wish);
            return;
        }
        switch (wish) {
            case PAUSE -> pause(run);
            case GO_ON -> resume(run);
            case STOP -> cancel(run);
        }
    }

    /** Ends all that train. */
    public synchronized void stopAll() {
        current.values().forEach(RunControl::cancel);
    }

    /** Ends a run: the current one at its next batch, a waiting one at once. */
    public void cancel(long run) throws DataException {
        boolean waits;
        synchronized (this) {
            stop(run);
            waits = waiting.remove(run);
        }
        if (waits) {
            store.requests().stop(run);
            watcher.changed();
        }
    }

    /** Lets go of a run without ending it: one that waits no longer does, the current one is left to be resumed. */
    public synchronized void withdraw(long run) {
        waiting.remove(run);
        Optional.ofNullable(current.get(run)).ifPresent(RunControl::leave);
    }

    /** Leaves those that train to be resumed another time, and begins no other. */
    public synchronized void close() {
        closed = true;
        current.values().forEach(RunControl::leave);
    }

    private void work() {
        for (StoredRun next = take(); next != null; next = take()) {
            watcher.changed();
            try {
                train(next);
            } finally {
                synchronized (this) {
                    current.remove(next.id());
                }
            }
        }
        watcher.changed();
    }

    private @Nullable StoredRun take() {
        while (true) {
            int seen;
            synchronized (this) {
                if (workers > parallelRuns) {
                    workers--;
                    return null;
                }
                seen = added;
            }
            Optional<List<StoredRun>> known = inOrder();
            synchronized (this) {
                if (known.isEmpty()) {
                    // Those that wait keep their place until another is added.
                    workers--;
                    return null;
                }
                List<StoredRun> order = known.get();
                Optional<StoredRun> next = order.stream()
                        .filter(r -> !closed && waiting.contains(r.id()))
                        .findFirst();
                if (next.isPresent()) {
                    waiting.remove(next.get().id());
                    current.put(
                            next.get().id(), store.requests().control(next.get().id()));
                    return next.get();
                }
                // Nothing was added while the list was read.
                if (closed || seen == added) {
                    waiting.clear();
                    workers--;
                    return null;
                }
            }
        }
    }

    private Optional<List<StoredRun>> inOrder() {
        try {
            return Optional.of(waiting());
        } catch (DataException e) {
            LOG.error("the queue cannot be read", e);
            return Optional.empty();
        }
    }

    @SuppressWarnings("try")
    private void train(StoredRun run) {
        RunControl control;
        synchronized (this) {
            control = Objects.requireNonNull(current.get(run.id()), "taken");
        }
        try (TrainingPlace place = TrainingPlace.take(store, control, () -> watcher.waits(run))) {
            PreparedRun preparedRun = services.preparedRun(run, data(run));
            preparedRun.checkStart();
            // Counted here, for the window must not; it may ask for warnings.
            preparedRun.split().summary();
            RunListener listener = watcher.begins(run, preparedRun);
            store.runner(run.id(), preparedRun, listener, control).run();
        } catch (RunControl.Left e) {
            LOG.info("run {} was left before it could begin", run.id());
        } catch (CancellationException e) {
            letGo(run);
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

    private void couldNotBegin(StoredRun run) {
        try {
            store.resumption().couldNotBegin(run.id());
        } catch (DataException e) {
            LOG.error("a run that could not begin is not stored as such", e);
        }
    }

    /** What became of a run that was stopped before it could begin. */
    private void letGo(StoredRun run) {
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
        // Wherever it lies: the folder may have been moved.
        boolean fits = data != null
                && data.recipe().equals(run.spec().recipe())
                && data.dataset().has(run.spec().fingerprint());
        return fits && data != null ? data : services.data(run, Progress.NONE);
    }
}
