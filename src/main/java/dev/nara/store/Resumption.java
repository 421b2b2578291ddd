package dev.nara.store;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.ResumePoint;
import dev.nara.run.RunEvent;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a program take up runs that wait, are paused or were interrupted; never two programs the same run. */
public final class Resumption {
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

    /** Whether a run can be taken up: it has not ended, and no program works on it. */
    public boolean possible(StoredRun run) {
        return run.state().resumable() && !owners.underWay(run);
    }

    /**
     * Makes sure that a run can be taken up.
     *
     * @throws DataException if it has ended or a program works on it
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
     * Puts a run that is paused, was interrupted or waits since an earlier session into the queue of this program.
     *
     * @throws DataException if it has ended or another program works on it
     */
    public void enqueue(long run) throws DataException {
        database.change(() -> {
            check(table.find(Long.toString(run)));
            database.update("UPDATE runs SET state = 'QUEUED', process = ?, wish = '' WHERE id = ?", owners.own(), run);
        });
    }

    /** Gives a waiting run its place in the queue: between those of its new neighbours. */
    public void place(long run, double place) throws DataException {
        database.change(() -> {
            database.update("UPDATE runs SET place = ? WHERE id = ?", place, run);
        });
    }

    /** A run that waits could not begin, and waits no longer. */
    public void couldNotBegin(long run) throws DataException {
        database.change(() -> {
            database.update("UPDATE runs SET state = 'INTERRUPTED' WHERE id = ? AND state = 'QUEUED'", run);
        });
    }

    /**
     * Takes up a run; from now on this program works on it.
     *
     * @return where it was left; empty where no epoch was finished, so that it begins anew
     * @throws DataException if it has ended, another program works on it, or its checkpoint cannot be read
     */
    public Optional<ResumePoint> resume(long run) throws DataException {
        // Nobody in this program sees the run between its rows and the note that this program works on it.
        synchronized (database) {
            Optional<ResumePoint> point = database.change(() -> takeUp(run));
            owners.take(run);
            adoptNextBest(run);
            return point;
        }
    }

    /** The checkpoint may have been ahead of the events. */
    private void adoptNextBest(long run) throws DataException {
        try {
            table.adoptNextBest(table.find(Long.toString(run)));
        } catch (IOException | DataException e) {
            owners.release(run);
            throw e instanceof DataException problem ? problem : database.unusable(e);
        }
    }

    private Optional<ResumePoint> takeUp(long run) throws SQLException, IOException, DataException {
        check(table.find(Long.toString(run)));
        // Read here, for until now another program may have written it.
        Optional<Checkpoint> checkpoint = Checkpoint.read(files.checkpoint(run));
        List<RunEvent.EpochDone> epochs = new ArrayList<>(RunEvent.epochs(table.events(run)));
        if (checkpoint.isEmpty() && !epochs.isEmpty()) {
            throw new DataException(Text.of("run.no.checkpoint", run), Text.of("run.no.checkpoint.remedy"));
        }
        table.takeUp(run);
        if (checkpoint.isEmpty()) {
            table.deleteEvents(run);
            return Optional.empty();
        }
        RunEvent.EpochDone last = checkpoint.get().epoch();
        // As in a copy of a workspace whose files were copied before its rows: what followed is trained again.
        while (epochs.stream().anyMatch(epoch -> same(epoch, last)) && !same(epochs.get(epochs.size() - 1), last)) {
            epochs.remove(epochs.size() - 1);
            table.deleteLastEpoch(run);
        }
        if (epochs.isEmpty() || !same(epochs.get(epochs.size() - 1), last)) {
            table.append(run, last);
            epochs.add(last);
        }
        return Optional.of(new ResumePoint(checkpoint.get().state(), epochs));
    }

    private static boolean same(RunEvent.EpochDone a, RunEvent.EpochDone b) {
        return a.phase().equals(b.phase()) && a.epoch() == b.epoch();
    }

    /** The weights that a run begins with; none for most. */
    List<Weights> startWeights(long run) throws DataException {
        List<Weights> weights = new ArrayList<>();
        try {
            for (int place = 1; Files.exists(files.start(run, place)); place++) {
                weights.add(Safetensors.read(files.start(run, place)));
            }
        } catch (IOException e) {
            throw database.unusable(e);
        }
        return weights;
    }
}
