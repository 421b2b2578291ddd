package dev.nara.run;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.prepare.Prepared;
import dev.nara.text.Text;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of a window that wait for their turn; one trains at a time, the smallest place first. Safe for many threads. */
public final class RunQueue {
    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);

    private final Workbench workbench;
    private final RunStore store;
    private final Executor executor;
    private final Watcher watcher;
    private final Set<Long> waiting = new HashSet<>();
    private int added;
    private boolean working;
    private boolean closed;
    private @Nullable Prepared open;
    private @Nullable Current current;

    /** The run whose turn it is. */
    private record Current(long run, RunControl control) {}

    /** Hears of the queue on the threads that change it. */
    public interface Watcher {
        /** A run begins or goes on; what is returned hears of it. */
        RunListener begins(StoredRun run, Experiment experiment);

        /** A run could not begin. */
        void failed(StoredRun run, DataException problem);

        /** A run was added, begins, has ended or changed its place. */
        void changed();
    }

    /** {@code executor} trains; it should have a thread of its own. */
    public RunQueue(Workbench workbench, RunStore store, Executor executor, Watcher watcher) {
        this.workbench = workbench;
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
     * Adds a run that is paused or was interrupted, or waits since an earlier session.
     *
     * @throws DataException if it has ended or another process works on it
     */
    public void add(StoredRun run) throws DataException {
        if (current().filter(id -> id == run.id()).isPresent()) {
            resume();
            return;
        }
        synchronized (this) {
            if (waiting.contains(run.id())) {
                return;
            }
        }
        store.enqueue(run.id());
        enter(run.id());
    }

    private void enter(long run) {
        synchronized (this) {
            waiting.add(run);
            added++;
            if (!working && !closed) {
                working = true;
                executor.execute(this::work);
            }
        }
        watcher.changed();
    }

    /** The runs that wait for their turn, in order. */
    public List<StoredRun> waiting() throws DataException {
        List<StoredRun> all = store.list();
        synchronized (this) {
            return all.stream()
                    .filter(r -> waiting.contains(r.id()))
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
        store.place(run, (after + before) / 2);
        watcher.changed();
    }

    /** The run that trains or stands still; empty when none does. */
    public synchronized Optional<Long> current() {
        return Optional.ofNullable(current).map(Current::run);
    }

    /** Lets the current run stand still. */
    public synchronized void pause() {
        if (current != null) {
            current.control().pause();
        }
    }

    /** Lets the current run go on. */
    public synchronized void resume() {
        if (current != null) {
            current.control().resume();
        }
    }

    /** Ends the current run at its next batch. */
    public synchronized void cancel() {
        if (current != null) {
            current.control().cancel();
        }
    }

    /** Ends a run: the current one at its next batch, a waiting one at once. */
    public void cancel(long run) throws DataException {
        boolean waits;
        synchronized (this) {
            if (current != null && current.run() == run) {
                current.control().cancel();
            }
            waits = waiting.remove(run);
        }
        if (waits) {
            store.discard(run);
            watcher.changed();
        }
    }

    /** Lets go of a run without ending it: one that waits no longer does, the current one is left to be resumed. */
    public synchronized void withdraw(long run) {
        waiting.remove(run);
        if (current != null && current.run() == run) {
            current.control().leave();
        }
    }

    /** Leaves the current run to be resumed another time, and begins no other. */
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.control().leave();
        }
    }

    private void work() {
        for (StoredRun next = take(); next != null; next = take()) {
            watcher.changed();
            train(next);
        }
        watcher.changed();
    }

    private @Nullable StoredRun take() {
        while (true) {
            int seen;
            synchronized (this) {
                current = null;
                seen = added;
            }
            Optional<List<StoredRun>> known = inOrder();
            synchronized (this) {
                if (known.isEmpty()) {
                    // Those that wait keep their place until another is added.
                    working = false;
                    return null;
                }
                List<StoredRun> order = known.get();
                Optional<StoredRun> next = order.stream()
                        .filter(r -> !closed && waiting.contains(r.id()))
                        .findFirst();
                if (next.isPresent()) {
                    waiting.remove(next.get().id());
                    current = new Current(next.get().id(), new RunControl());
                    return next.get();
                }
                // Nothing was added while the list was read.
                if (closed || seen == added) {
                    waiting.clear();
                    working = false;
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

    private void train(StoredRun run) {
        RunControl control;
        synchronized (this) {
            if (current == null) {
                return;
            }
            control = current.control();
        }
        try {
            Experiment experiment = workbench.experiment(run, data(run));
            experiment.checkStart();
            // Counted here, for the window must not; it may ask for warnings.
            experiment.split().summary();
            RunListener listener = watcher.begins(run, experiment);
            Runner.of(store, run.id(), experiment, listener, control).run();
        } catch (DataException e) {
            watcher.failed(run, e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.error("a queued run could not begin", e);
            watcher.failed(
                    run, new DataException(Text.of("run.failed.error", e.toString()), Text.of("run.remedy.log")));
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
        return fits && data != null ? data : workbench.data(run, Progress.NONE);
    }
}
