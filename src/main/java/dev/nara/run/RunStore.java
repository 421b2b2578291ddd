package dev.nara.run;

import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of a workspace: settings and events in an SQLite file, weights and checkpoints in a folder a run. Every event is
 * on disk before the next begins, so a killed program keeps every finished epoch. Safe for many threads and processes.
 */
public final class RunStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
    private static final String AT_A_TIME = "at_a_time";

    /** What becomes of a run with an event; others change nothing. */
    private static final Map<Class<? extends RunEvent>, RunState> STATES = Map.of(
            RunEvent.Finished.class, RunState.FINISHED,
            RunEvent.Cancelled.class, RunState.CANCELLED,
            RunEvent.Failed.class, RunState.FAILED,
            RunEvent.Interrupted.class, RunState.INTERRUPTED,
            RunEvent.Paused.class, RunState.PAUSED,
            RunEvent.Resumed.class, RunState.RUNNING);

    private static final String DATABASE = "runs.db";

    private final Path workspace;
    private final Connection connection;
    private final RunFiles files;
    private final Canaries canaries;
    /** Runs that this process works on. */
    private final Set<Long> active = ConcurrentHashMap.newKeySet();

    private @Nullable FileLock claim;
    private long seenVersion;

    private RunStore(Path workspace, Connection connection) {
        this.workspace = workspace;
        this.connection = connection;
        this.files = new RunFiles(workspace);
        this.canaries = new Canaries(workspace);
    }

    /**
     * Claims the workspace for this program as long as it runs; another may work in it all the same, run by run.
     *
     * @return whether no other has claimed it
     */
    public synchronized boolean alone() throws DataException {
        if (claim != null) {
            return true;
        }
        try {
            // Closed by the end of the process, as the claim is to last.
            FileChannel channel = FileChannel.open(
                    workspace.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            claim = channel.tryLock();
            if (claim == null) {
                channel.close();
            }
            return claim != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw unusable(workspace, e);
        }
    }

    /** Gives up the claim of {@link #alone}; runs of this program train on. */
    public synchronized void unclaim() throws DataException {
        try {
            if (claim != null) {
                claim.acquiredBy().close();
                claim = null;
            }
        } catch (IOException e) {
            throw unusable(workspace, e);
        }
    }

    /** Whether another program has changed the workspace since this was asked last. */
    public synchronized boolean changedElsewhere() throws DataException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA data_version")) {
            long now = row.getLong(1);
            boolean changed = seenVersion != 0 && now != seenVersion;
            seenVersion = now;
            return changed;
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
    }

    /** How many runs train at a time in this workspace, whichever programs train them; 1 unless somebody chose another. */
    public synchronized int atATime() throws DataException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT value FROM choices WHERE name = '" + AT_A_TIME + "'");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Math.max(1, Integer.parseInt(row.getString(1))) : 1;
        } catch (SQLException | NumberFormatException e) {
            throw unusable(workspace, e);
        }
    }

    /** Chooses how many runs train at a time. */
    public void atATime(int runs) throws DataException {
        change(
                "INSERT INTO choices (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                AT_A_TIME,
                Integer.toString(runs));
    }

    /**
     * Waits for one of the places in which runs train at a time; a process that ends gives its places back.
     *
     * @param waits called once, if there is none yet
     * @return to be closed when the run has ended
     * @throws java.util.concurrent.CancellationException when the control ends the wait
     */
    public TrainingPlace place(RunControl control, Runnable waits) throws DataException {
        try {
            return TrainingPlace.take(workspace, this::atATime, control, waits);
        } catch (IOException e) {
            throw unusable(workspace, e);
        }
    }

    /** What this process is called in {@link StoredRun#process}. */
    public static String thisProcess() {
        return ProcessName.ofThis();
    }

    /** Whether runs were ever stored there. */
    public static boolean exists(Path workspace) {
        return Files.exists(workspace.resolve(DATABASE));
    }

    /** Opens or makes the workspace. Runs whose process is gone become interrupted. */
    public static RunStore open(Path workspace) throws DataException {
        try {
            Files.createDirectories(workspace);
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve(DATABASE));
            RunStore store = new RunStore(workspace.toAbsolutePath(), connection);
            RunSchema.prepare(workspace, connection);
            for (StoredRun run : store.read("WHERE state = 'RUNNING'")) {
                if (!ProcessName.mayRun(run.process())) {
                    store.setState(run.id(), RunState.INTERRUPTED);
                }
            }
            return store;
        } catch (IOException | SQLException e) {
            throw unusable(workspace, e);
        }
    }

    private static DataException unusable(Path workspace, Exception e) {
        return new DataException(
                workspace,
                Text.of("workspace.unusable", String.valueOf(e.getMessage())),
                Text.of("workspace.unusable.remedy"));
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
            change("DELETE FROM runs WHERE id = ?", run);
            throw unusable(workspace, e);
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
            throw unusable(workspace, e);
        }
        return weights;
    }

    private long insert(RunSpec spec, RunState state, String series) throws DataException {
        String sql = "INSERT INTO runs (created, spec, state, process, series, environment, place)"
                + " VALUES (?, ?, ?, ?, ?, ?, (SELECT COALESCE(MAX(place), 0) + 1 FROM runs))";
        try (PreparedStatement insert = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, Instant.now().toString());
            insert.setString(2, RunJson.spec(spec));
            insert.setString(3, state.name());
            insert.setString(4, ProcessName.ofThis());
            insert.setString(5, series);
            insert.setString(6, RunJson.of(Environment.ofThis()));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                long run = keys.getLong(1);
                if (state == RunState.RUNNING) {
                    active.add(run);
                }
                return run;
            }
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
    }

    /**
     * Takes up a run that waits, is paused or was interrupted; from now on this process works on it.
     *
     * @return what it was; empty where no epoch was finished, so that it begins anew
     * @throws DataException if it has ended, another process works on it, or its checkpoint cannot be read
     */
    public synchronized Optional<Past> resume(long run) throws DataException {
        Optional<Checkpoint> checkpoint = Checkpoint.read(files.checkpoint(run));
        StoredRun stored = find(Long.toString(run));
        checkResumable(stored);
        List<RunEvent.EpochDone> epochs = new ArrayList<>(RunEvent.epochs(events(run)));
        if (checkpoint.isEmpty() && !epochs.isEmpty()) {
            throw new DataException(Text.of("run.no.checkpoint", run), Text.of("run.no.checkpoint.remedy"));
        }
        try {
            int taken = update(
                    "UPDATE runs SET state = 'RUNNING', process = ?, wish = '' WHERE id = ? AND process = ?"
                            + " AND state IN ('QUEUED', 'PAUSED', 'INTERRUPTED', 'RUNNING')",
                    ProcessName.ofThis(),
                    run,
                    stored.process());
            if (taken != 1) {
                throw new DataException(
                        Text.of("run.not.resumable", run, "RUNNING"), Text.of("run.not.resumable.remedy"));
            }
            active.add(run);
            if (checkpoint.isEmpty()) {
                update("DELETE FROM events WHERE run = ?", run);
                return Optional.empty();
            }
            RunEvent.EpochDone last = checkpoint.get().epoch();
            if (epochs.isEmpty() || !same(epochs.get(epochs.size() - 1), last)) {
                append(run, last);
                epochs.add(last);
            }
            return Optional.of(new Past(checkpoint.get(), epochs));
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
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
        update(
                "INSERT INTO events (run, seq, event)"
                        + " SELECT ?, COALESCE(MAX(seq), 0) + 1, ? FROM events WHERE run = ?",
                run,
                json,
                run);
        if (event instanceof RunEvent.EpochDone epoch && !epoch.metrics().isEmpty()) {
            update("UPDATE runs SET last = ? WHERE id = ?", json, run);
        }
        if (event instanceof RunEvent.EpochDone epoch && epoch.best()) {
            update("UPDATE runs SET best = ? WHERE id = ?", json, run);
        }
        RunState state = STATES.get(event.getClass());
        if (state != null) {
            setState(run, state);
        }
        if (event instanceof RunEvent.Paused paused && paused.left()) {
            // Nobody works on it until somebody takes it up.
            update("UPDATE runs SET process = '' WHERE id = ?", run);
        }
    }

    private void setState(long run, RunState state) throws SQLException {
        update(
                "UPDATE runs SET state = ? WHERE id = ? AND state IN ('RUNNING', 'PAUSED', 'INTERRUPTED', 'QUEUED')",
                state.name(),
                run);
    }

    private synchronized int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int v = 0; v < values.length; v++) {
                update.setObject(v + 1, values[v]);
            }
            return update.executeUpdate();
        }
    }

    /** Changes what is known of a run beside its events. */
    private void change(String sql, Object... values) throws DataException {
        try {
            update(sql, values);
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
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
            update(
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
            throw unusable(workspace, e);
        }
        change("DELETE FROM events WHERE run = ?", run);
        change("DELETE FROM runs WHERE id = ?", run);
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
        change("UPDATE runs SET spec = ? WHERE id = ?", RunJson.of(run.spec().at(at.path())), run.id());
    }

    /** Writes on a run. */
    public void label(long run, StoredRun.Label label) throws DataException {
        change(
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
        change("UPDATE runs SET state = 'QUEUED', process = ?, wish = '' WHERE id = ?", ProcessName.ofThis(), run);
    }

    /** A run that waits could not begin, and waits no longer. */
    public synchronized void couldNotBegin(long run) throws DataException {
        change("UPDATE runs SET state = 'INTERRUPTED' WHERE id = ? AND state = 'QUEUED'", run);
    }

    /**
     * Ends a run that waits, is paused or was interrupted, as it is.
     *
     * @throws DataException if another process works on it
     */
    public void discard(long run) throws DataException {
        checkNotElsewhere(run);
        change(
                "UPDATE runs SET state = 'CANCELLED' WHERE id = ? AND state IN ('QUEUED', 'PAUSED', 'INTERRUPTED')",
                run);
    }

    /**
     * Asks the program that works on a run for something; one that only waits there is taken out of the queue.
     *
     * @throws DataException if no other program works on it
     */
    public void wish(long run, RunWish wish) throws DataException {
        StoredRun stored = find(Long.toString(run));
        boolean waits = stored.state() == RunState.QUEUED;
        boolean heard = elsewhere(stored) && stored.state() != RunState.INTERRUPTED;
        if (!heard || (waits && wish != RunWish.STOP)) {
            throw new DataException(
                    Text.of("run.nobody", run, Text.of("state." + stored.state())), Text.of("run.nobody.remedy"));
        }
        boolean already = (wish == RunWish.PAUSE && stored.state() == RunState.PAUSED)
                || (wish == RunWish.GO_ON && stored.state() == RunState.RUNNING);
        if (already) {
            throw new DataException(
                    Text.of("run.already", run, Text.of("state." + stored.state())), Text.of("run.already.remedy"));
        }
        // At once, for a run that waits may just begin.
        change(
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

    private synchronized Optional<RunWish> takeWish(long run) {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT wish FROM runs WHERE id = ? AND wish <> ''")) {
            query.setLong(1, run);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                RunWish wish = RunWish.valueOf(row.getString(1));
                update("UPDATE runs SET wish = '' WHERE id = ?", run);
                return Optional.of(wish);
            }
        } catch (SQLException | IllegalArgumentException e) {
            LOG.warn("what others wish of run {} cannot be read", run, e);
            return Optional.empty();
        }
    }

    private void checkNotElsewhere(long run) throws DataException {
        for (StoredRun stored : read("WHERE id = " + run)) {
            if (!active.contains(run) && underWay(stored)) {
                throw new DataException(Text.of("run.elsewhere", run), Text.of("archive.running.remedy"));
            }
        }
    }

    /** Gives a waiting run its place in the queue: between those of its new neighbours. */
    public void place(long run, double place) throws DataException {
        change("UPDATE runs SET place = ? WHERE id = ?", place, run);
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
        change("UPDATE runs SET trashed = ? WHERE id = ?", away ? 1 : 0, run);
    }

    /** How many bytes {@link #cleanUp} would set free. */
    public synchronized long cleanable() throws DataException {
        long bytes = 0;
        for (StoredRun run : read("")) {
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
            for (StoredRun run : read("")) {
                if (run.trashed() && !underWay(run)) {
                    freed += files.size(run.id());
                    forget(run.id());
                } else if (run.state().ended()) {
                    freed += files.checkpoint(run.id()).toFile().length();
                    Files.deleteIfExists(files.checkpoint(run.id()));
                }
            }
        } catch (IOException e) {
            throw unusable(workspace, e);
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
        if (!resumable(run)) {
            throw new DataException(
                    Text.of("run.not.resumable", run.id(), run.state().name()), Text.of("run.not.resumable.remedy"));
        }
    }

    /** All runs but those thrown away, newest first. */
    public List<StoredRun> list() throws DataException {
        return read("WHERE trashed = 0");
    }

    /** All runs that were thrown away and can be taken back, newest first. */
    public List<StoredRun> trashed() throws DataException {
        return read("WHERE trashed = 1");
    }

    private synchronized List<StoredRun> read(String where) throws DataException {
        List<StoredRun> runs = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT * FROM runs " + where + " ORDER BY id DESC")) {
            while (rows.next()) {
                runs.add(run(rows));
            }
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
        return runs;
    }

    private StoredRun run(ResultSet row) throws SQLException {
        RunState state = RunState.valueOf(row.getString("state"));
        String process = row.getString("process");
        // Its end could not be stored, as when the disk was full.
        boolean lost = state == RunState.RUNNING
                && process.equals(ProcessName.ofThis())
                && !active.contains(row.getLong("id"));
        return new StoredRun(
                row.getLong("id"),
                row.getString("created"),
                RunJson.spec(row.getString("spec")),
                lost ? RunState.INTERRUPTED : state,
                process,
                new StoredRun.Label(
                        row.getString("name"), row.getString("notes"), row.getString("tags"), row.getInt("star") != 0),
                row.getString("series"),
                row.getDouble("place"),
                RunJson.read(row.getString("environment"), Environment.class),
                epoch(row.getString("best")),
                epoch(row.getString("last")),
                row.getInt("trashed") != 0);
    }

    private static Optional<RunEvent.EpochDone> epoch(String json) {
        return !json.isEmpty() && RunJson.event(json) instanceof RunEvent.EpochDone epoch
                ? Optional.of(epoch)
                : Optional.empty();
    }

    /** The events of a run, in order. */
    public synchronized List<RunEvent> events(long run) throws DataException {
        List<RunEvent> events = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT event FROM events WHERE run = ? ORDER BY seq")) {
            select.setLong(1, run);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(RunJson.event(rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
        return events;
    }

    /** The events of a run with the losses of its batches in their places. */
    public List<RunEvent> replay(long run) throws DataException {
        try {
            return BatchLog.replay(files.batches(run), events(run));
        } catch (IOException e) {
            throw unusable(workspace, e);
        }
    }

    /** The run of that id, or of "latest": the newest that has weights. */
    public StoredRun find(String id) throws DataException {
        boolean latest = id.equals("latest");
        boolean number = id.matches("[1-9]\\d{0,17}");
        List<StoredRun> candidates = latest ? list() : number ? read("WHERE trashed = 0 AND id = " + id) : List.of();
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
    public Canaries canaries() {
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
        try {
            unclaim();
            connection.close();
        } catch (SQLException e) {
            throw unusable(workspace, e);
        }
    }
}
