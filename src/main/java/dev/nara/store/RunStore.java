package dev.nara.store;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.PrivateFiles;
import dev.nara.run.ResumePoint;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunState;
import dev.nara.run.Runner;
import dev.nara.run.TrainingJob;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.database.DataLocations;
import dev.nara.store.database.EventLog;
import dev.nara.store.database.FigureCurves;
import dev.nara.store.database.ReferenceTable;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.database.RunOwners;
import dev.nara.store.database.RunRequests;
import dev.nara.store.database.RunTable;
import dev.nara.store.database.StudyTable;
import dev.nara.store.database.TestLooks;
import dev.nara.store.database.WorkspaceChoices;
import dev.nara.store.database.WorkspaceClaim;
import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.FitOf;
import dev.nara.store.entry.ReadRuns;
import dev.nara.store.entry.RunArtefact;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StudyRun;
import dev.nara.store.folder.BatchLog;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.WatchedUsers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runs of a workspace: settings and events in an SQLite file, weights and checkpoints in one folder per run. Every event is on disk
 * before the next is handled, so a killed process loses no finished epoch; every change is atomic. Safe for use by several threads and
 * processes.
 */
public final class RunStore implements AutoCloseable {
    private final Path workspace;
    private final RunDatabase database;
    private final RunFiles files;
    private final RunOwners owners;
    private final TestLooks looks;
    private final RunTable table;
    private final EventLog log;
    private final StoredModels models;
    private final NewRuns newRuns;
    private final Resumption resumption;
    private final RunRequests requests;
    private final Trash trash;
    private final DataLocations dataLocations;
    private final WatchedUsers watchedUsers;
    private final ReferenceTable references;
    private final StudyTable studies;
    private final FigureCurves curves;
    private final WorkspaceClaim claim;
    private final WorkspaceChoices choices;
    private final Orphans orphans;

    private final List<RunArtefact> artefacts;

    private RunStore(Path workspace, RunDatabase database, List<RunArtefact> artefacts)
            throws IOException, DataException {
        this.workspace = workspace;
        this.artefacts = List.copyOf(artefacts);
        this.database = database;
        files = new RunFiles(workspace);
        owners = new RunOwners(workspace);
        looks = new TestLooks(database);
        table = new RunTable(database, files, owners, looks);
        log = new EventLog(database, table, owners);
        LeftOvers leftOvers = new LeftOvers(database, table, files, owners);
        models = new StoredModels(table, files);
        newRuns = new NewRuns(database, table, files, owners, leftOvers, models);
        resumption = new Resumption(database, table, files, owners);
        requests = new RunRequests(database, table, owners);
        trash = new Trash(database, table, files, owners, leftOvers);
        dataLocations = new DataLocations(database, table);
        watchedUsers = new WatchedUsers(workspace);
        references = new ReferenceTable(database);
        studies = new StudyTable(database, table, owners);
        curves = new FigureCurves(database);
        claim = new WorkspaceClaim(workspace);
        choices = new WorkspaceChoices(database);
        orphans = new Orphans(database, table, files, owners);
        if (!database.readOnly()) {
            leftOvers.sweep();
            database.change(orphans::part);
            database.change(new KilledRuns(database, table, files, owners, looks)::correct);
        }
    }

    /** Whether the folder has a database or folders of runs, even if the database was lost. */
    public static boolean exists(Path workspace) {
        return RunDatabase.exists(workspace) || RunFiles.anyIn(workspace);
    }

    /** Opens or creates a workspace whose runs get no artefacts. */
    public static RunStore open(Path workspace) throws DataException {
        return open(workspace, List.of());
    }

    /**
     * Opens or creates a workspace. Runs of processes that are gone become interrupted, and their unfinished changes are undone. A
     * workspace that is not writable is opened read-only.
     */
    static RunStore open(Path workspace, List<RunArtefact> artefacts) throws DataException {
        return open(workspace, artefacts, RunDatabase::connection);
    }

    public static RunStore open(Path workspace, List<RunArtefact> artefacts, RunDatabase.Connector connector)
            throws DataException {
        try {
            PrivateFiles.createFolder(workspace);
            PrivateFiles.close(workspace);
            RunDatabase database = RunDatabase.open(workspace, connector);
            try {
                return new RunStore(workspace.toAbsolutePath(), database, artefacts);
            } catch (IOException | DataException e) {
                database.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw RunDatabase.unusable(workspace, e);
        }
    }

    /** The error of a workspace that cannot be read or written. */
    public DataException unusable(Exception e) {
        return database.unusable(e);
    }

    /** Whether another process has changed the workspace since the last call. */
    public boolean changedElsewhere() throws DataException {
        return database.changedElsewhere();
    }

    /** How many runs of this workspace train in parallel, over all processes; 1 by default. */
    public int parallelRuns() throws DataException {
        return choices.parallelRuns();
    }

    /** Chooses how many runs train in parallel. */
    public void parallelRuns(int runs) throws DataException {
        choices.parallelRuns(runs);
    }

    /** Stores a new run of this process that begins at once; returns its id, from 1. */
    public long create(RunSpec spec) throws DataException {
        return create(spec, RunState.RUNNING, "");
    }

    /** Stores a new run that waits, or begins at once; {@code series} joins repetitions, "" for none. */
    public long create(RunSpec spec, RunState state, String series) throws DataException {
        return newRuns.create(spec, state, series, Optional.empty(), Optional.empty());
    }

    /** Stores a fit of a run, which waits. */
    public long create(RunSpec spec, FitOf fitOf) throws DataException {
        return newRuns.create(spec, RunState.QUEUED, "", Optional.of(fitOf), Optional.empty());
    }

    /** Stores a run of a study, which waits. */
    public long create(RunSpec spec, StudyRun study) throws DataException {
        return newRuns.create(spec, RunState.QUEUED, "", Optional.empty(), Optional.of(study));
    }

    /** Stores imported runs. */
    public NewRuns newRuns() {
        return newRuns;
    }

    /**
     * The training loop of a stored run that waits, is paused or was interrupted; it continues where the run stopped, and is recorded.
     *
     * @throws DataException if it cannot be taken up
     */
    public Runner runner(long run, PreparedRun preparedRun, RunListener watcher, RunControl control)
            throws DataException {
        return job(run, preparedRun, watcher, control).runner();
    }

    /** The training itself, for a backend to run. */
    public TrainingJob job(long run, PreparedRun preparedRun, RunListener watcher, RunControl control)
            throws DataException {
        ResumePoint point = resumption.resume(run).orElse(null);
        List<Weights> starts = point == null ? resumption.startWeights(run) : List.of();
        boolean trial =
                find(Long.toString(run)).study().filter(of -> !of.test()).isPresent();
        // However it is resumed: trials choose settings, so they must not use the test part.
        PreparedRun judged = trial ? preparedRun.onValidation() : preparedRun;
        return new TrainingJob(judged, recorder(run).then(watcher), control, point, starts);
    }

    /** Changes the label of a run. */
    public void label(long run, StoredRun.Label label) throws DataException {
        database.change(() -> table.label(run, label));
    }

    /** All readable runs except deleted ones, newest first. */
    public List<StoredRun> list() throws DataException {
        return table.runs("WHERE trashed = 0");
    }

    /** All readable runs except deleted ones, newest first; {@code damaged} receives the unreadable ones. */
    public List<StoredRun> list(Consumer<DamagedRun> damaged) throws DataException {
        ReadRuns read = table.read("WHERE trashed = 0");
        read.damaged().forEach(damaged);
        return read.runs();
    }

    /** The unreadable runs except deleted ones, which {@link #list} leaves out. */
    public List<DamagedRun> damaged() throws DataException {
        return table.read("WHERE trashed = 0").damaged();
    }

    /** How often test parts were used. */
    public TestLooks looks() {
        return looks;
    }

    /** The run of that id, or of "latest": the newest that has weights and is neither a fit nor a trial of a search. */
    public StoredRun find(String id) throws DataException {
        return table.find(id);
    }

    /** Which processes work on runs. */
    public RunOwners owners() {
        return owners;
    }

    /** The weights of runs, and every user's figures. */
    public StoredModels models() {
        return models;
    }

    /** The identity of a run, which its files carry, too; "" for a run of an earlier version. */
    public String identity(StoredRun run) throws DataException {
        return table.identity(run.id());
    }

    /** The events of a run, in order. */
    public List<RunEvent> events(long run) throws DataException {
        return table.events(run);
    }

    /** The events of a run, with the losses of its batches in order among them. */
    public List<RunEvent> replay(long run) throws DataException {
        try {
            return BatchLog.replay(files.batches(run), events(run));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** A listener that records a run. */
    public RunListener recorder(long run) {
        return new Recorder(files, watchedUsers, table, log, artefacts, run);
    }

    /** Takes up runs that wait, are paused or were interrupted. */
    public Resumption resumption() {
        return resumption;
    }

    /** Requests between processes about runs. */
    public RunRequests requests() {
        return requests;
    }

    /** The deleted runs, which can be restored. */
    public Trash trash() {
        return trash;
    }

    /** Where the data of the runs is. */
    public DataLocations dataLocations() {
        return dataLocations;
    }

    /** Whether a window has the workspace open. */
    public WorkspaceClaim claim() {
        return claim;
    }

    /** The users whose lists are recorded during training. */
    public WatchedUsers watchedUsers() {
        return watchedUsers;
    }

    /** Figures of the reference algorithms under the conditions of runs. */
    public ReferenceTable references() {
        return references;
    }

    /** Metrics per epoch of many runs. */
    public FigureCurves curves() {
        return curves;
    }

    /** The studies of the workspace. */
    public StudyTable studies() {
        return studies;
    }

    /** Folders of runs without a row in the database. */
    public Orphans orphans() {
        return orphans;
    }

    /** The rows of the runs. */
    public RunTable table() {
        return table;
    }

    /** The files of the runs. */
    public RunFiles files() {
        return files;
    }

    /** The folder of the workspace. */
    public Path workspace() {
        return workspace;
    }

    @Override
    public void close() throws DataException {
        claim.giveUp();
        try {
            owners.close();
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            database.close();
        }
    }
}
