package dev.nara.store.queue;

import dev.nara.algorithm.NamedGpu;
import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunControl;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.FitOf;
import dev.nara.store.entry.StoredRun;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of a window that wait for training, smallest place first; as many train in parallel as the workspace allows. Thread-safe. */
public final class RunQueue {
    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);

    private final RunStore store;
    private final Executor executor;
    private final QueueWatcher watcher;
    private final QueuedTraining training;
    private final Set<Long> waiting = new HashSet<>();
    /** The current runs, in the order in which they were started. */
    private final Map<Long, RunControl> current = new LinkedHashMap<>();

    /** Runs that wait for a GPU get an additional worker, so that they do not block others. */
    private final GpuWaits forGpu = new GpuWaits();

    private int changes;
    private int parallelRuns = 1;
    private int workers;
    private boolean closed;

    /** {@code executor} trains; it should have a thread for each run that trains in parallel or waits for a GPU. */
    public RunQueue(Services services, RunStore store, Executor executor, QueueWatcher watcher) {
        this.store = store;
        this.executor = executor;
        this.watcher = watcher;
        training = new QueuedTraining(services, store, watcher);
    }

    /** What happened to a run that is to be resumed. */
    public enum Turn {
        /** It waits for its turn, from now on or already before. */
        WAITS,
        /** It trains here; if it was paused, it continues. */
        TRAINS,
        /** Another process has it paused, and was requested to continue it. */
        ASKED
    }

    /** Sets data that is already open, so that runs on it need not read it again. */
    public void open(Prepared data) {
        training.open(data);
    }

    /** Adds a new run at the end. */
    public long add(RunSpec spec, String series) throws DataException {
        long run = store.create(spec, RunState.QUEUED, series);
        enter(run);
        return run;
    }

    /** Adds a fit of a run at the end. */
    public long add(RunSpec spec, FitOf fitOf) throws DataException {
        long run = store.create(spec, fitOf);
        enter(run);
        return run;
    }

    /**
     * Adds a run that is paused, was interrupted or has been waiting since an earlier session; one paused in another process continues
     * there.
     *
     * @throws DataException if it has ended, or another process trains it
     */
    public Turn add(StoredRun run) throws DataException {
        synchronized (this) {
            if (current.containsKey(run.id())) {
                resume(run.id());
                return Turn.TRAINS;
            }
            if (waiting.contains(run.id())) {
                // No worker may be active, if the list of runs could not be read before.
                begin();
                return Turn.WAITS;
            }
        }
        if (run.state() == RunState.PAUSED && store.owners().elsewhere(run)) {
            store.requests().send(run.id(), RunRequest.GO_ON);
            return Turn.ASKED;
        }
        store.resumption().enqueue(List.of(run.id()));
        enter(run.id());
        return Turn.WAITS;
    }

    private void enter(long run) throws DataException {
        int places = store.parallelRuns();
        synchronized (this) {
            waiting.add(run);
            changes++;
            parallelRuns = places;
            begin();
        }
        watcher.changed();
    }

    /** Sets how many runs of the workspace train in parallel; current ones continue. */
    public void parallelRuns(int places) throws DataException {
        store.parallelRuns(places);
        synchronized (this) {
            parallelRuns = places;
            begin();
        }
    }

    private int atOnce() {
        return parallelRuns + forGpu.count();
    }

    private synchronized void begin() {
        while (!closed && workers < Math.min(atOnce(), waiting.size() + current.size())) {
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

    /** Moves a waiting run to a place among the waiting ones, from 0; numbers beyond the end mean the last place. */
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

    /** Whether a run trains, is paused or is about to begin. */
    public synchronized boolean busy() {
        return !current.isEmpty();
    }

    /** Whether any run of this queue is waiting or current; between two runs none is current. */
    public synchronized boolean pending() {
        return !current.isEmpty() || !waiting.isEmpty();
    }

    /** Pauses a current run; does nothing for others. */
    public synchronized void pause(long run) {
        Optional.ofNullable(current.get(run)).ifPresent(RunControl::pause);
    }

    /** Continues a paused run. */
    public synchronized void resume(long run) {
        Optional.ofNullable(current.get(run)).ifPresent(RunControl::resume);
    }

    /** Continues all paused runs. */
    public synchronized void resumeAll() {
        current.values().forEach(RunControl::resume);
    }

    /** Ends a current run at its next batch; does nothing for others. */
    public synchronized void stop(long run) {
        Optional.ofNullable(current.get(run)).ifPresent(RunControl::cancel);
    }

    /**
     * Follows a request, or sends it to the process that works on the run.
     *
     * @throws DataException if no process does
     */
    public void request(long run, RunRequest request) throws DataException {
        boolean here;
        synchronized (this) {
            here = current.containsKey(run) || waiting.contains(run);
        }
        if (!here) {
            store.requests().send(run, request);
            return;
        }
        switch (request) {
            case PAUSE -> pause(run);
            case GO_ON -> resume(run);
            case STOP -> cancel(run);
        }
    }

    /** Ends all current runs. */
    public synchronized void stopAll() {
        current.values().forEach(RunControl::cancel);
    }

    /** Ends a run: a current one at its next batch, a waiting one at once. */
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

    /** Removes a run from the queue without ending it; a current one is left, to be resumed later. */
    public synchronized void withdraw(long run) {
        waiting.remove(run);
        Optional.ofNullable(current.get(run)).ifPresent(RunControl::leave);
    }

    /** Leaves all current runs, to be resumed later, and starts no others. */
    public synchronized void close() {
        closed = true;
        current.values().forEach(RunControl::leave);
    }

    private void work() {
        for (StoredRun next = take(); next != null; next = take()) {
            watcher.changed();
            try {
                training.train(next, control(next.id()), gpuWait(next.id()));
            } finally {
                synchronized (this) {
                    current.remove(next.id());
                    forGpu.ends(next.id());
                    // Another worker may have skipped a run that had to wait for this one; let it search again.
                    changes++;
                }
            }
        }
        watcher.changed();
    }

    private QueuedTraining.GpuWait gpuWait(long run) {
        return new QueuedTraining.GpuWait() {
            @Override
            public void begins(List<NamedGpu> gpus) {
                forGpu.begins(run, gpus);
                begin();
            }

            @Override
            public void ends() {
                forGpu.ends(run);
                synchronized (RunQueue.this) {
                    changes++;
                    begin();
                }
            }
        };
    }

    private synchronized RunControl control(long run) {
        return Objects.requireNonNull(current.get(run), "taken");
    }

    private @Nullable StoredRun take() {
        while (true) {
            int seen;
            synchronized (this) {
                if (workers > atOnce()) {
                    workers--;
                    return null;
                }
                seen = changes;
            }
            Optional<List<StoredRun>> known = inOrder();
            Set<Long> behind = forGpu.behind(known.orElse(List.of()), training::gpus);
            synchronized (this) {
                if (known.isEmpty()) {
                    // Waiting runs stay in the queue until another one is added.
                    workers--;
                    return null;
                }
                Optional<StoredRun> next = known.get().stream()
                        .filter(r -> !closed && waiting.contains(r.id()) && !behind.contains(r.id()))
                        .findFirst();
                if (next.isPresent()) {
                    waiting.remove(next.get().id());
                    current.put(
                            next.get().id(), store.requests().control(next.get().id()));
                    return next.get();
                }
                // End the worker, unless the queue changed while the list was read.
                if (closed || seen == changes) {
                    waiting.removeIf(run -> closed || !behind.contains(run));
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
}
