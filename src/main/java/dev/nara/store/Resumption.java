package dev.nara.store;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.ResumePoint;
import dev.nara.run.RunEvent;
import dev.nara.split.SplitFile;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.database.RunOwners;
import dev.nara.store.database.RunTable;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.BestFiles;
import dev.nara.store.folder.Checkpoint;
import dev.nara.store.folder.Remainder;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.RunLog;
import dev.nara.store.folder.Safetensors;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a process take up runs that wait, are paused or were interrupted. Two processes never take up the same run. */
public final class Resumption {
    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    private final RunDatabase database;
    private final RunTable table;
    private final RunFiles files;
    private final RunOwners owners;

    Resumption(RunDatabase database, RunTable table, RunFiles files, RunOwners owners) {
        this.database = database;
        this.table = table;
        this.files = files;
        this.owners = owners;
    }

    /** Whether a run can be taken up: it has not ended, and no process works on it. */
    public boolean possible(StoredRun run) {
        return run.state().resumable() && !owners.underWay(run);
    }

    /**
     * Makes sure that a run can be taken up.
     *
     * @throws DataException if it has ended or a process works on it
     */
    public void check(StoredRun run) throws DataException {
        if (owners.elsewhere(run)) {
            throw new DataException(Text.of("run.elsewhere", run.id()), Text.of("run.elsewhere.remedy", run.id()));
        }
        if (!possible(run)) {
            throw new DataException(
                    Text.of("run.not.resumable", run.id(), Text.of("state." + run.state())),
                    Text.of("run.not.resumable.remedy"));
        }
    }

    /**
     * Puts runs that are paused, were interrupted or have been waiting since an earlier session into the queue of this process.
     *
     * @throws DataException if one has ended or another process works on it; then no run is queued
     */
    public void enqueue(List<Long> runs) throws DataException {
        database.change(() -> {
            for (long run : runs) {
                check(table.find(Long.toString(run)));
                database.update(
                        "UPDATE runs SET state = 'QUEUED', process = ?, wish = '' WHERE id = ?", owners.own(), run);
            }
        });
    }

    /** Sets the place of a waiting run in the queue, between the places of its new neighbours. */
    public void place(long run, double place) throws DataException {
        database.change(() -> {
            database.update("UPDATE runs SET place = ? WHERE id = ?", place, run);
        });
    }

    /** Marks a waiting run that could not begin as interrupted. */
    public void couldNotBegin(long run) throws DataException {
        database.change(() -> {
            database.update("UPDATE runs SET state = 'INTERRUPTED' WHERE id = ? AND state = 'QUEUED'", run);
        });
    }

    /**
     * Takes up a run: from now on this process works on it.
     *
     * @return where it stopped; empty if no epoch was finished, so that it starts from the beginning
     * @throws DataException if it has ended, another process works on it, or its checkpoint cannot be read
     */
    public Optional<ResumePoint> resume(long run) throws DataException {
        Remainder remainder = null;
        boolean taken = false;
        while (remainder == null || !taken) {
            // Outside the transaction, which blocks other processes.
            remainder = remainder(run);
            taken = take(run, remainder);
        }
        return point(run, remainder);
    }

    private Remainder remainder(long run) throws DataException {
        StoredRun stored = table.find(Long.toString(run));
        check(stored);
        List<RunEvent> events = table.events(run);
        Checkpoint checkpoint =
                Checkpoint.read(files.checkpoint(run), table.identity(run)).orElse(null);
        Remainder remainder = new Remainder(stored.process(), checkpoint, events);
        if (checkpoint == null ? !RunEvent.epochs(events).isEmpty() : !remainder.follows()) {
            throw new DataException(Text.of("run.no.checkpoint", run), Text.of("run.no.checkpoint.remedy"));
        }
        checkSplit(run);
        if (checkpoint == null) {
            startWeights(run);
        }
        return remainder;
    }

    private void checkSplit(long run) throws DataException {
        Path split = files.split(run);
        try {
            if (Files.exists(split)) {
                SplitFile.check(split);
            }
        } catch (IOException e) {
            throw DataException.of(e)
                    .orElseGet(() -> new DataException(
                            split, Text.of("run.split.damaged", run), Text.of("run.split.damaged.remedy")));
        }
    }

    /** Whether it was taken up from there; false if another process worked on it in the meantime. */
    private boolean take(long run, Remainder remainder) throws DataException {
        // Other threads must not see the changed rows before this process is registered as working on the run.
        synchronized (database) {
            boolean taken = database.change(() -> takeUp(run, remainder));
            if (taken) {
                owners.take(run);
                deleteEarlier(run);
            }
            return taken;
        }
    }

    /** The point to resume from, with the model of the best epoch. */
    private Optional<ResumePoint> point(long run, Remainder remainder) throws DataException {
        List<RunEvent.EpochDone> epochs = remainder.epochs();
        Optional<RunEvent.EpochDone> best =
                epochs.stream().filter(RunEvent.EpochDone::best).reduce((a, b) -> b);
        Weights weights = best.isEmpty()
                ? null
                : new BestFiles(files, run, table.identity(run))
                        .find(best.get().epoch())
                        .orElse(null);
        return Optional.ofNullable(remainder.checkpoint())
                .map(left -> new ResumePoint(left.state(), epochs, weights, remainder.tested()));
    }

    /** Deletes the files of earlier best epochs: the checkpoint may have been one epoch ahead of the events. */
    private void deleteEarlier(long run) throws DataException {
        try {
            StoredRun stored = table.find(Long.toString(run));
            new BestFiles(files, run, table.identity(run)).deleteBefore(BestFiles.best(stored));
        } catch (IOException | DataException e) {
            owners.release(run);
            throw e instanceof DataException problem ? problem : database.unusable(e);
        }
    }

    private boolean takeUp(long run, Remainder remainder) throws SQLException, IOException, DataException {
        StoredRun stored = table.find(Long.toString(run));
        check(stored);
        List<RunEvent> events = table.events(run);
        // A process that takes up a run stores an event before it writes a checkpoint.
        if (!stored.process().equals(remainder.process()) || !events.equals(remainder.events())) {
            return false;
        }
        table.takeUp(run);
        List<RunEvent.EpochDone> epochs = remainder.epochs();
        if (epochs.isEmpty()) {
            table.deleteEvents(run);
            return true;
        }
        int known = RunEvent.epochs(events).size();
        // For example in a copy of a workspace whose files were copied before its database: later epochs are trained
        // again.
        for (; known > epochs.size(); known--) {
            table.deleteLastEpoch(run);
            table.deleteTested(run);
        }
        RunEvent.EpochDone last = epochs.get(epochs.size() - 1);
        if (RunEvent.epochs(events).size() != epochs.size()) {
            // The log continues after this epoch, too.
            RunLog.append(files.log(run), last);
        }
        if (known < epochs.size()) {
            table.append(run, last);
        }
        return true;
    }

    /**
     * The weights that a run starts from; empty for most runs.
     *
     * @throws DataException if some are missing or damaged
     */
    List<Weights> startWeights(long run) throws DataException {
        List<Weights> weights = new ArrayList<>();
        List<String> starts = table.find(Long.toString(run)).spec().startsFrom();
        try {
            for (int place = 1; place <= starts.size(); place++) {
                weights.add(Safetensors.read(files.start(run, place)));
            }
        } catch (IOException e) {
            LOG.warn("run {} cannot begin", run, e);
            throw DataException.of(e)
                    .orElseGet(() -> new DataException(
                            Text.of("run.start.weights", run, String.join(", ", starts)),
                            Text.of("run.start.weights.remedy")));
        }
        return weights;
    }
}
