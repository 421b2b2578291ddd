package dev.nara.store;

import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.run.ResumePoint;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunListener;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.run.Runner;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of a workspace: settings and events in an SQLite file, weights and checkpoints in a folder a run. Every event is
 * on disk before the next begins, so a killed program keeps every finished epoch. Safe for many threads and processes.
 */
public final class RunStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
    private static final String AT_A_TIME = "at_a_time";
    /** NeuMF can begin with these two together. */
    private static final Set<String> HALVES = Set.of("gmf", "mlp");

    /** What becomes of a run with an event; others change nothing. */
    private static final Map<Class<? extends RunEvent>, RunState> STATES = Map.of(
            RunEvent.Finished.class, RunState.FINISHED,
            RunEvent.Cancelled.class, RunState.CANCELLED,
            RunEvent.Failed.class, RunState.FAILED,
            RunEvent.Interrupted.class, RunState.INTERRUPTED,
            RunEvent.Paused.class, RunState.PAUSED,
            RunEvent.Resumed.class, RunState.RUNNING);

    private final Path workspace;
    private final RunDatabase database;
    private final RunFiles files;
    private final WatchedUsers canaries;
    /** Runs that this process works on. */
    private final Set<Long> active;

    private final WorkspaceClaim claim;

    private RunStore(Path workspace, Set<Long> active, RunDatabase database) {
        this.workspace = workspace;
        this.active = active;
        this.database = database;
        this.files = new RunFiles(workspace);
        this.canaries = new WatchedUsers(workspace);
        this.claim = new WorkspaceClaim(workspace);
    }

    /**
     * Claims the workspace for this program as long as it runs; another may work in it all the same, run by run.
     *
     * @return whether no other has claimed it
     */
    public boolean alone() throws DataException {
        try {
            return claim.take();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Gives up the claim of {@link #alone}; runs of this program train on. */
    public void unclaim() throws DataException {
        try {
            claim.giveUp();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Whether another program has changed the workspace since this was asked last. */
    public boolean changedElsewhere() throws DataException {
        return database.changedElsewhere();
    }

    /** How many runs train at a time in this workspace, whichever programs train them; 1 unless somebody chose another. */
    public int parallelRuns() throws DataException {
        try {
            return database.texts("SELECT value FROM choices WHERE name = ?", AT_A_TIME).stream()
                    .map(Integer::parseInt)
                    .findFirst()
                    .map(n -> Math.max(1, n))
                    .orElse(1);
        } catch (NumberFormatException e) {
            throw unusable(e);
        }
    }

    /** Chooses how many runs train at a time. */
    public void parallelRuns(int runs) throws DataException {
        database.change(
                "INSERT INTO choices (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                AT_A_TIME,
                Integer.toString(runs));
    }

    /** What this process is called in {@link StoredRun#process}. */
    public static String thisProcess() {
        return ProcessName.ofThis();
    }

    /** Whether runs were ever stored there. */
    public static boolean exists(Path workspace) {
        return RunDatabase.exists(workspace);
    }

    /** Opens or makes the workspace. Runs whose process is gone become interrupted. */
    public static RunStore open(Path workspace) throws DataException {
        try {
            Files.createDirectories(workspace);
            Set<Long> active = ConcurrentHashMap.newKeySet();
            RunStore store = new RunStore(workspace.toAbsolutePath(), active, RunDatabase.open(workspace, active));
            for (StoredRun run : store.database.runs("WHERE state = 'RUNNING'")) {
                if (!ProcessName.mayRun(run.process())) {
                    store.setState(run.id(), RunState.INTERRUPTED);
                }
            }
            return store;
        } catch (IOException | SQLException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }

    /** What is said of a workspace that cannot be read or written. */
    public DataException unusable(Exception e) {
        return RunDatabase.unusable(workspace, e);
    }

    /** Stores a new run of this process; its id counts from 1. */
    public long create(RunSpec spec) throws DataException {
        return create(spec, RunState.RUNNING, "");
    }

    /** Stores a new run that waits, or begins at once; {@code series} joins repetitions, "" for none. */
    public synchronized long create(RunSpec spec, RunState state, String series) throws DataException {
        List<Path> starts = starts(spec);
        long run = insert(spec, state, series);
        try {
            for (int n = 0; n < starts.size(); n++) {
                Files.createDirectories(files.folder(run));
                Files.copy(starts.get(n), files.start(run, n + 1));
            }
            return run;
        } catch (IOException e) {
            database.change("DELETE FROM runs WHERE id = ?", run);
            throw unusable(e);
        }
    }

    /** The weights of the runs that a run is to begin with; they must have seen no other data than it may see itself. */
    private List<Path> starts(RunSpec spec) throws DataException {
        List<Path> starts = new ArrayList<>();
        String from = spec.values().getOrDefault(Fitting.START_FROM, "");
        for (String id : from.isEmpty() ? new String[0] : from.split(",")) {
            StoredRun other = find(id);
            if (!other.spec().recipe().equals(spec.recipe()) || !other.spec().sameRows(spec)) {
                throw new DataException(Text.of("run.start.rows", id), Text.of("run.start.rows.remedy"));
            }
            boolean half = spec.algorithm().equals("neumf")
                    && HALVES.contains(other.spec().algorithm());
            if (!half && !other.spec().algorithm().equals(spec.algorithm())) {
                throw new DataException(Text.of("run.start.model"), Text.of("run.start.model.remedy"));
            }
            if (!Files.exists(files.weights(other.id()))) {
                throw new DataException(Text.of("run.no.weights", id), Text.of("run.no.weights.remedy"));
            }
            starts.add(files.weights(other.id()));
        }
        return starts;
    }

    /** The weights that a run begins with; none for most. */
    List<Weights> startWeights(long run) throws DataException {
        List<Weights> weights = new ArrayList<>();
        try {
            for (int place = 1; Files.exists(files.start(run, place)); place++) {
                weights.add(Safetensors.read(files.start(run, place)));
            }
        } catch (IOException e) {
            throw unusable(e);
        }
        return weights;
    }

    private long insert(RunSpec spec, RunState state, String series) throws DataException {
        long run = database.insert(spec, state, series);
        if (state == RunState.RUNNING) {
            active.add(run);
        }
        return run;
    }

    /**
     * The loop of a stored run that waits, is paused or was interrupted; it goes on where it was, and is stored.
     *
     * @throws DataException if it cannot be taken up
     */
    public Runner runner(long run, PreparedRun preparedRun, RunListener watcher, RunControl control)
            throws DataException {
        ResumePoint past = resume(run).orElse(null);
        List<Weights> starts = past == null ? startWeights(run) : List.of();
        return new Runner(preparedRun, recorder(run).then(watcher), control, past, starts);
    }

    /**
     * Takes up a run that waits, is paused or was interrupted; from now on this process works on it.
     *
     * @return what it was; empty where no epoch was finished, so that it begins anew
     * @throws DataException if it has ended, another process works on it, or its checkpoint cannot be read
     */
    public synchronized Optional<ResumePoint> resume(long run) throws DataException {
        Optional<Checkpoint> checkpoint = Checkpoint.read(files.checkpoint(run));
        StoredRun stored = find(Long.toString(run));
        checkResumable(stored);
        List<RunEvent.EpochDone> epochs = new ArrayList<>(RunEvent.epochs(events(run)));
        if (checkpoint.isEmpty() && !epochs.isEmpty()) {
            throw new DataException(Text.of("run.no.checkpoint", run), Text.of("run.no.checkpoint.remedy"));
        }
        try {
            int taken = database.update(
                    "UPDATE runs SET state = 'RUNNING', process = ?, wish = '' WHERE id = ? AND process = ?"
                            + " AND state IN ('QUEUED', 'PAUSED', 'INTERRUPTED', 'RUNNING')",
                    ProcessName.ofThis(),
                    run,
                    stored.process());
            if (taken != 1) {
                throw notResumable(run, RunState.RUNNING);
            }
            active.add(run);
            if (checkpoint.isEmpty()) {
                database.update("DELETE FROM events WHERE run = ?", run);
                return Optional.empty();
            }
            RunEvent.EpochDone last = checkpoint.get().epoch();
            if (epochs.isEmpty() || !same(epochs.get(epochs.size() - 1), last)) {
                append(run, last);
                epochs.add(last);
            }
            return Optional.of(new ResumePoint(checkpoint.get().state(), epochs));
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static DataException notResumable(long run, RunState state) {
        return new DataException(
                Text.of("run.not.resumable", run, Text.of("state." + state)), Text.of("run.not.resumable.remedy"));
    }

    private static boolean same(RunEvent.EpochDone a, RunEvent.EpochDone b) {
        return a.phase().equals(b.phase()) && a.epoch() == b.epoch();
    }

    /** Appends an event; some set the run's state. */
    synchronized void append(long run, RunEvent event) throws SQLException {
        if (event.last()) {
            active.remove(run);
        }
        String json = RunJson.event(event).toString();
        database.append(run, json);
        if (event instanceof RunEvent.EpochDone epoch && !epoch.metrics().isEmpty()) {
            database.update("UPDATE runs SET last = ? WHERE id = ?", json, run);
        }
        if (event instanceof RunEvent.EpochDone epoch && epoch.best()) {
            database.update("UPDATE runs SET best = ? WHERE id = ?", json, run);
        }
        RunState state = STATES.get(event.getClass());
        if (state != null) {
            setState(run, state);
        }
        if (event instanceof RunEvent.Paused paused && paused.left()) {
            // Nobody works on it until somebody takes it up.
            database.update("UPDATE runs SET process = '' WHERE id = ?", run);
        }
    }

    private void setState(long run, RunState state) throws SQLException {
        database.update(
                "UPDATE runs SET state = ? WHERE id = ? AND state IN ('RUNNING', 'PAUSED', 'INTERRUPTED', 'QUEUED')",
                state.name(),
                run);
    }

    /** Writes the files of a run into its folder. */
    @FunctionalInterface
    interface FilesWriter {
        void write(Path folder) throws IOException;
    }

    /** Stores a run that came from elsewhere; its files first, so that it is there as a whole or not at all. */
    long importRun(RunArchive.Header header, List<RunEvent> events, FilesWriter writer)
            throws DataException, IOException {
        // What it began with comes with it; the runs that had learnt that need not.
        long run = insert(header.spec(), RunState.PAUSED, header.series());
        try {
            writer.write(files.folder(run));
            for (RunEvent event : events) {
                append(run, event);
            }
            label(run, header.label());
            RunState state = header.state().ended() ? header.state() : RunState.INTERRUPTED;
            database.update(
                    "UPDATE runs SET state = ?, created = ?, environment = ?, process = '' WHERE id = ?",
                    state.name(),
                    header.created(),
                    RunJson.of(header.environment()),
                    run);
            return run;
        } catch (SQLException | IOException | DataException | RuntimeException e) {
            forget(run);
            throw e instanceof IOException failed ? failed : new IOException(e);
        }
    }

    /** Deletes a run for good, as if it had never been there. */
    public synchronized void forget(long run) throws DataException {
        try {
            files.delete(run);
        } catch (IOException e) {
            throw unusable(e);
        }
        database.change("DELETE FROM events WHERE run = ?", run);
        database.change("DELETE FROM runs WHERE id = ?", run);
    }

    /**
     * Remembers where a run's data lies now, and that of every other run on the same data in the same place.
     *
     * @throws DataException if it is other data
     */
    public synchronized int moved(StoredRun run, Dataset to) throws DataException {
        checkSame(run, to);
        int moved = 0;
        for (StoredRun each : list()) {
            if (each.spec().data().equals(run.spec().data())
                    && to.has(each.spec().fingerprint())) {
                place(each, to);
                moved++;
            }
        }
        return moved;
    }

    /**
     * The same of one run alone, such as one that was just imported.
     *
     * @throws DataException if it is other data
     */
    public synchronized void movedAlone(StoredRun run, Dataset to) throws DataException {
        checkSame(run, to);
        place(run, to);
    }

    private static void checkSame(StoredRun run, Dataset to) throws DataException {
        if (!to.has(run.spec().fingerprint())) {
            throw new DataException(to.path(), Text.of("run.other.data", run.id()), Text.of("run.moved.remedy"));
        }
    }

    private void place(StoredRun run, Dataset at) throws DataException {
        database.change(
                "UPDATE runs SET spec = ? WHERE id = ?", RunJson.of(run.spec().at(at.path())), run.id());
    }

    /** Writes on a run. */
    public void label(long run, StoredRun.Label label) throws DataException {
        database.change(
                "UPDATE runs SET name = ?, notes = ?, tags = ?, star = ? WHERE id = ?",
                label.name(),
                label.notes(),
                label.tags(),
                label.star() ? 1 : 0,
                run);
    }

    /**
     * Lets a run that is paused, was interrupted or waits since an earlier session wait for its turn in this process.
     *
     * @throws DataException if it has ended or another process works on it
     */
    public synchronized void enqueue(long run) throws DataException {
        checkResumable(find(Long.toString(run)));
        database.change(
                "UPDATE runs SET state = 'QUEUED', process = ?, wish = '' WHERE id = ?", ProcessName.ofThis(), run);
    }

    /** A run that waits could not begin, and waits no longer. */
    public synchronized void couldNotBegin(long run) throws DataException {
        database.change("UPDATE runs SET state = 'INTERRUPTED' WHERE id = ? AND state = 'QUEUED'", run);
    }

    /**
     * Ends a run that waits, is paused or was interrupted, as it is.
     *
     * @throws DataException if another process works on it
     */
    public void discard(long run) throws DataException {
        checkNotElsewhere(run);
        database.change(
                "UPDATE runs SET state = 'CANCELLED' WHERE id = ? AND state IN ('QUEUED', 'PAUSED', 'INTERRUPTED')",
                run);
    }

    /**
     * Asks the program that works on a run for something; one that only waits there is taken out of the queue.
     *
     * @throws DataException if no other program works on it
     */
    public void wish(long run, RunRequest wish) throws DataException {
        StoredRun stored = find(Long.toString(run));
        boolean waits = stored.state() == RunState.QUEUED;
        boolean heard = elsewhere(stored) && stored.state() != RunState.INTERRUPTED;
        if (!heard || (waits && wish != RunRequest.STOP)) {
            throw new DataException(
                    Text.of("run.nobody", run, Text.of("state." + stored.state())), Text.of("run.nobody.remedy"));
        }
        boolean already = (wish == RunRequest.PAUSE && stored.state() == RunState.PAUSED)
                || (wish == RunRequest.GO_ON && stored.state() == RunState.RUNNING);
        if (already) {
            throw new DataException(
                    Text.of("run.already", run, Text.of("state." + stored.state())), Text.of("run.already.remedy"));
        }
        // At once, for a run that waits may just begin.
        database.change(
                "UPDATE runs SET wish = ?, state = CASE WHEN state = 'QUEUED' THEN 'CANCELLED' ELSE state END WHERE id = ?",
                wish.name(),
                run);
    }

    /** Whether another program that is alive works on a run, or lets it wait. */
    public boolean elsewhere(StoredRun run) {
        return !active.contains(run.id()) && underWay(run);
    }

    /** For a run of this program: heeds what others wish of it, see {@link #wish}. */
    public RunControl control(long run) {
        return new RunControl(() -> takeWish(run));
    }

    private synchronized Optional<RunRequest> takeWish(long run) {
        try {
            Optional<RunRequest> wish =
                    database.texts("SELECT wish FROM runs WHERE id = ? AND wish <> ''", run).stream()
                            .map(RunRequest::valueOf)
                            .findFirst();
            if (wish.isPresent()) {
                database.change("UPDATE runs SET wish = '' WHERE id = ?", run);
            }
            return wish;
        } catch (DataException | IllegalArgumentException e) {
            LOG.warn("what others wish of run {} cannot be read", run, e);
            return Optional.empty();
        }
    }

    private void checkNotElsewhere(long run) throws DataException {
        for (StoredRun stored : database.runs("WHERE id = " + run)) {
            if (!active.contains(run) && underWay(stored)) {
                throw new DataException(Text.of("run.elsewhere", run), Text.of("archive.running.remedy"));
            }
        }
    }

    /** Gives a waiting run its place in the queue: between those of its new neighbours. */
    public void place(long run, double place) throws DataException {
        database.change("UPDATE runs SET place = ? WHERE id = ?", place, run);
    }

    /**
     * Throws a run away, or takes it back; nothing is deleted.
     *
     * @throws DataException if another process works on it
     */
    public void trash(long run, boolean away) throws DataException {
        if (away) {
            checkNotElsewhere(run);
        }
        database.change("UPDATE runs SET trashed = ? WHERE id = ?", away ? 1 : 0, run);
    }

    /** How many bytes {@link #cleanUp} would set free. */
    public synchronized long cleanable() throws DataException {
        long bytes = 0;
        for (StoredRun run : database.runs("")) {
            bytes += run.trashed() && !underWay(run)
                    ? files.size(run.id())
                    : run.state().ended() ? files.checkpoint(run.id()).toFile().length() : 0;
        }
        return bytes;
    }

    /** Deletes what was thrown away for good, and the checkpoints of runs that have ended; returns the bytes set free. */
    public synchronized long cleanUp() throws DataException {
        long freed = 0;
        try {
            for (StoredRun run : database.runs("")) {
                if (run.trashed() && !underWay(run)) {
                    freed += files.size(run.id());
                    forget(run.id());
                } else if (run.state().ended()) {
                    freed += files.checkpoint(run.id()).toFile().length();
                    Files.deleteIfExists(files.checkpoint(run.id()));
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
        return freed;
    }

    /** Whether this or another living process works on a run. */
    private boolean underWay(StoredRun run) {
        boolean elsewhere = !run.process().equals(ProcessName.ofThis()) && ProcessName.mayRun(run.process());
        return active.contains(run.id()) || (elsewhere && !run.state().ended());
    }

    /** Whether a run can be taken up: it has not ended, and no process works on it. */
    public synchronized boolean resumable(StoredRun run) {
        return run.state().resumable() && !underWay(run);
    }

    /**
     * Makes sure that a run can be taken up.
     *
     * @throws DataException if it has ended or a process works on it
     */
    public void checkResumable(StoredRun run) throws DataException {
        if (elsewhere(run)) {
            throw new DataException(Text.of("run.elsewhere", run.id()), Text.of("run.elsewhere.remedy", run.id()));
        }
        if (!resumable(run)) {
            throw notResumable(run.id(), run.state());
        }
    }

    /** All runs but those thrown away, newest first. */
    public synchronized List<StoredRun> list() throws DataException {
        return database.runs("WHERE trashed = 0");
    }

    /** All runs that were thrown away and can be taken back, newest first. */
    public synchronized List<StoredRun> trashed() throws DataException {
        return database.runs("WHERE trashed = 1");
    }

    /** The events of a run, in order. */
    public List<RunEvent> events(long run) throws DataException {
        return database.events(run);
    }

    /** The events of a run with the losses of its batches in their places. */
    public List<RunEvent> replay(long run) throws DataException {
        try {
            return BatchLog.replay(files.batches(run), events(run));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The run of that id, or of "latest": the newest that has weights. */
    public synchronized StoredRun find(String id) throws DataException {
        boolean latest = id.equals("latest");
        boolean number = id.matches("[1-9]\\d{0,17}");
        List<StoredRun> candidates =
                latest ? list() : number ? database.runs("WHERE trashed = 0 AND id = " + id) : List.of();
        for (StoredRun run : candidates) {
            if (!latest || Files.exists(files.weights(run.id()))) {
                return run;
            }
        }
        Text problem =
                latest ? Text.of("run.none") : number ? Text.of("run.unknown", id) : Text.of("run.no.number", id);
        throw new DataException(workspace, problem, Text.of("run.unknown.remedy"));
    }

    /** The folder of it all. */
    public Path workspace() {
        return workspace;
    }

    /** The users that are watched while models learn. */
    public WatchedUsers canaries() {
        return canaries;
    }

    /** The files of the runs. */
    public RunFiles files() {
        return files;
    }

    /** A listener that stores what it hears under the run's id. */
    public RunListener recorder(long run) {
        return new Recorder(this, run);
    }

    @Override
    public synchronized void close() throws DataException {
        unclaim();
        database.close();
    }
}
