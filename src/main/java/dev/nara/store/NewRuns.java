package dev.nara.store;

import dev.nara.algorithm.NeuMfIds;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.spec.RunSpec;
import dev.nara.split.AllRows;
import dev.nara.store.database.RunDatabase;
import dev.nara.store.database.RunOwners;
import dev.nara.store.database.RunTable;
import dev.nara.store.entry.Environment;
import dev.nara.store.entry.FitOf;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StudyRun;
import dev.nara.store.folder.ArchiveHeader;
import dev.nara.store.folder.FolderHeader;
import dev.nara.store.folder.FolderNames;
import dev.nara.store.folder.FolderTree;
import dev.nara.store.folder.RunFiles;
import dev.nara.store.folder.Safetensors;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores new runs in a workspace together with their files, atomically. The files are written to a temporary folder, which becomes the
 * run's folder within the transaction that stores the run.
 */
public final class NewRuns {
    private static final Logger LOG = LoggerFactory.getLogger(NewRuns.class);

    private final RunDatabase database;
    private final RunTable table;
    private final RunFiles files;
    private final RunOwners owners;
    private final LeftOvers leftOvers;
    private final StoredModels models;

    NewRuns(
            RunDatabase database,
            RunTable table,
            RunFiles files,
            RunOwners owners,
            LeftOvers leftOvers,
            StoredModels models) {
        this.database = database;
        this.table = table;
        this.files = files;
        this.owners = owners;
        this.leftOvers = leftOvers;
        this.models = models;
    }

    /** Writes the initial files of a run into a folder. */
    @FunctionalInterface
    public interface FilesWriter {
        void write(Path folder) throws IOException;
    }

    /** Stores a run of this process, with its initial weights if it starts from other runs. */
    long create(RunSpec spec, RunState state, String series, Optional<FitOf> fitOf, Optional<StudyRun> study)
            throws DataException {
        List<Weights> starts = starts(spec);
        ArchiveHeader run = new ArchiveHeader(
                Instant.now().toString(),
                spec,
                state,
                StoredRun.Label.NONE,
                Environment.ofThis(),
                series,
                fitOf.orElse(null),
                study.orElse(null),
                UUID.randomUUID().toString());
        try {
            return store(run, owners.own(), List.of(), folder -> {
                for (int n = 0; n < starts.size(); n++) {
                    Safetensors.write(folder.resolve(FolderNames.start(n + 1)), starts.get(n));
                }
            });
        } catch (IOException e) {
            throw database.unusable(e);
        }
    }

    /**
     * Stores an imported run. The runs whose weights it started from need not be in this workspace.
     *
     * @throws IOException if its files cannot be written
     */
    public long add(ArchiveHeader header, List<RunEvent> events, FilesWriter writer) throws IOException, DataException {
        RunState state = header.state().ended() ? header.state() : RunState.INTERRUPTED;
        return store(header.in(state), "", events, writer);
    }

    private long store(ArchiveHeader run, String process, List<RunEvent> events, FilesWriter writer)
            throws IOException, DataException {
        Path staged = files.stage(owners.own());
        try {
            writer.write(staged);
            FolderHeader.write(staged, run);
            long id = insert(run, process, events, staged);
            files.settle(id);
            return id;
        } finally {
            // Does nothing if the folder has become the run's.
            FolderTree.delete(staged);
        }
    }

    private long insert(ArchiveHeader run, String process, List<RunEvent> events, Path staged) throws DataException {
        boolean stored = false;
        // Other threads must not see a run stored as running before this process is registered as working on it.
        synchronized (database) {
            try {
                long id = database.change(() -> {
                    long number = table.insert(run, process);
                    table.add(number, events);
                    files.adopt(staged, number);
                    return number;
                });
                if (run.state() == RunState.RUNNING) {
                    owners.take(id);
                }
                stored = true;
                return id;
            } finally {
                if (!stored) {
                    sweep();
                }
            }
        }
    }

    private void sweep() {
        try {
            leftOvers.sweep();
        } catch (DataException e) {
            LOG.warn("a folder of no run is deleted when the workspace is opened next", e);
        }
    }

    /** The weights of the runs that a run starts from; they must not have been trained on data that it must not see. */
    private List<Weights> starts(RunSpec spec) throws DataException {
        List<Weights> starts = new ArrayList<>();
        for (String id : spec.startsFrom()) {
            StoredRun other = table.find(id);
            boolean mayKnow = spec.split().equals(AllRows.NAME)
                    ? other.spec().rows().equals(spec.rows())
                    : other.spec().sameRows(spec);
            if (!other.spec().recipe().equals(spec.recipe()) || !mayKnow) {
                throw new DataException(Text.of("run.start.rows", id), Text.of("run.start.rows.remedy"));
            }
            if (!NeuMfIds.canBeginWith(spec.algorithm(), other.spec().algorithm())) {
                throw new DataException(Text.of("run.start.model"), Text.of("run.start.model.remedy"));
            }
            starts.add(models.weights(other));
        }
        return starts;
    }
}
