package dev.nara.store;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.eval.Evaluation;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.StoreFailed;
import dev.nara.spec.PreparedRun;
import dev.nara.store.database.EventLog;
import dev.nara.store.database.RunTable;
import dev.nara.store.entry.RunArtefact;
import dev.nara.store.entry.StudyRun;
import dev.nara.store.folder.BatchLog;
import dev.nara.store.folder.BestFiles;
import dev.nara.store.folder.Checkpoint;
import dev.nara.store.folder.EpochFigures;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.RunLog;
import dev.nara.store.folder.WatchedListLog;
import dev.nara.store.folder.WatchedUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a run's frozen split, its events except progress, the weights of its best epoch, every user's figures on the test part, a
 * checkpoint after each epoch, and its artefacts. The files of an epoch are on disk before its event is stored; those of the previous best
 * epoch are deleted afterwards.
 */
final class Recorder implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final RunFiles files;
    private final WatchedUsers watched;
    private final RunTable table;
    private final EventLog log;
    private final List<RunArtefact> artefacts;
    private final long run;
    private Optional<StudyRun> study = Optional.empty();
    private @Nullable String identity;
    private @Nullable BatchLog batches;
    private @Nullable PreparedRun prepared;
    private int[] watchedUsers = {};
    private boolean painted;

    Recorder(
            RunFiles files, WatchedUsers watched, RunTable table, EventLog log, List<RunArtefact> artefacts, long run) {
        this.files = files;
        this.watched = watched;
        this.table = table;
        this.log = log;
        this.artefacts = artefacts;
        this.run = run;
    }

    @Override
    public void begins(PreparedRun preparedRun) {
        try {
            study = table.find(Long.toString(run)).study();
            // A study has too many trials to store the split for each.
            if (!isTrial() && !Files.exists(files.split(run))) {
                preparedRun.freezeSplit(files.split(run));
            }
            watchedUsers = watched.of(preparedRun);
            prepared = preparedRun;
        } catch (IOException | DataException e) {
            throw new StoreFailed(e);
        }
    }

    private String identity() throws DataException {
        String known = identity;
        if (known == null) {
            known = table.identity(run);
            identity = known;
        }
        return known;
    }

    private BestFiles best() throws DataException {
        return new BestFiles(files, run, identity());
    }

    private boolean isTrial() {
        return study.filter(of -> !of.test()).isPresent();
    }

    /** Stores the users' figures that the races and verdicts of a study compare. */
    private void keepFigures(Evaluated evaluated) throws IOException {
        int epoch = evaluated.epoch().epoch();
        boolean best = evaluated.epoch().best();
        List<Integer> kept = study.map(StudyRun::kept).orElse(List.of());
        if (prepared != null && isTrial() && (best || kept.contains(epoch))) {
            Path file = files.validationFigures(run);
            EpochFigures.add(file, epoch, best, kept, prepared.decidingMetric(), evaluated.evaluation());
        }
    }

    @Override
    public void model(Evaluated evaluated) {
        try {
            log.checkOwn(run);
            keepFigures(evaluated);
            keepLists(evaluated);
            if (!evaluated.epoch().best()) {
                return;
            }
            if (prepared == null || prepared.chosenOnTest()) {
                best().writeUserFigures(evaluated.epoch().epoch(), figures(evaluated.evaluation()));
            }
            best().write(evaluated.epoch().epoch(), evaluated.recommender().weights());
        } catch (IOException | DataException e) {
            throw new StoreFailed(e);
        }
    }

    private void keepLists(Evaluated evaluated) throws IOException {
        int[] users = prepared == null ? watchedUsers : watched.with(watchedUsers, prepared);
        if (prepared != null && users.length > 0) {
            WatchedListLog.add(files.watchedLists(run), prepared, users, evaluated.epoch(), evaluated.recommender());
        }
    }

    @Override
    public void tested(RunEvent.Tested tested, Evaluation evaluation) {
        try {
            log.checkOwn(run);
            best().writeUserFigures(tested.epoch(), figures(evaluation));
        } catch (IOException | DataException e) {
            throw new StoreFailed(e);
        }
    }

    /** Each metric of each evaluated user: shape [evaluated users], in order of user index. */
    private Weights figures(Evaluation evaluation) {
        Weights figures = new Weights();
        if (prepared != null) {
            int[] evaluated = prepared.evaluator().users();
            figures.note(RunFiles.USERS, RunFiles.users(evaluated));
        }
        for (String metric : evaluation.means().keySet()) {
            double[] users = evaluation.perUser(metric);
            float[] array = new float[users.length];
            for (int u = 0; u < users.length; u++) {
                array[u] = (float) users[u];
            }
            figures.put(metric, array, array.length);
        }
        return figures;
    }

    @Override
    public void checkpoint(RunEvent.EpochDone epoch, Supplier<Weights> state) {
        try {
            log.checkOwn(run);
            Checkpoint.write(files.checkpoint(run), state.get(), epoch, identity());
        } catch (IOException | DataException e) {
            throw new StoreFailed(e);
        }
    }

    @Override
    public void event(RunEvent event) {
        try {
            if (event instanceof RunEvent.Batch batch) {
                batchLog().add(batch);
            } else if (!event.passing()) {
                lasting(event);
            }
        } catch (SQLException | IOException | DataException e) {
            throw new StoreFailed(e);
        } finally {
            // Whether or not its end was stored, this process no longer works on the run.
            if (event.last()) {
                log.release(run);
            }
        }
    }

    private void lasting(RunEvent event) throws SQLException, IOException, DataException {
        // If another process took the run away, the files belong to that one.
        log.checkOwn(run);
        if (event instanceof RunEvent.EpochDone) {
            batchLog().epochDone();
        }
        // Before the transaction; if that fails, the line may be written twice, which does no harm.
        RunLog.append(files.log(run), event);
        // Also after the first epoch: classes needed for painting cannot be loaded while the program is being
        // interrupted.
        if (event.last() || (event instanceof RunEvent.EpochDone && !painted)) {
            paint(event);
        }
        log.append(run, event);
        if (event instanceof RunEvent.EpochDone epoch && epoch.best()) {
            best().deleteBefore(epoch.epoch());
        }
    }

    /** Writes the artefacts from the stored events and this one, if there is a finished epoch. */
    private void paint(RunEvent now) throws DataException {
        List<RunEvent> events = new ArrayList<>(table.events(run));
        events.add(now);
        for (RunArtefact artefact :
                isTrial() || RunEvent.epochs(events).isEmpty() ? List.<RunArtefact>of() : artefacts) {
            try {
                artefact.write(files.folder(run), events);
            } catch (IOException | RuntimeException | LinkageError e) {
                LOG.warn("an artefact of run {} cannot be written", run, e);
            }
        }
        painted = true;
    }

    private BatchLog batchLog() throws IOException, DataException {
        BatchLog open = batches;
        if (open == null) {
            int finished = RunEvent.epochs(table.events(run)).size();
            open = new BatchLog(files.batches(run), finished);
            batches = open;
        }
        return open;
    }
}
