package dev.nara.store;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.store.database.RunTable;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.BestFiles;
import dev.nara.store.folder.RunFiles;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the weights of the best epoch of a run, and the figures of every user after it; the run's row in the database says which epoch that
 * is.
 */
public final class StoredModels {
    private static final Logger LOG = LoggerFactory.getLogger(StoredModels.class);

    private final RunTable table;
    private final RunFiles files;

    StoredModels(RunTable table, RunFiles files) {
        this.table = table;
        this.files = files;
    }

    private BestFiles of(StoredRun run) throws DataException {
        return new BestFiles(files, run.id(), table.identity(run.id()));
    }

    /**
     * The weights of the best epoch.
     *
     * @throws DataException if there are none, or the file is damaged, of another run or of another epoch
     */
    public Weights weights(StoredRun run) throws DataException {
        try {
            return of(run).weights(BestFiles.best(run));
        } catch (IOException e) {
            // The run may have found a better epoch since its row was read.
            List<StoredRun> now = table.runs("WHERE id = ?", run.id());
            if (now.isEmpty() || BestFiles.best(now.get(0)) == BestFiles.best(run)) {
                throw unreadable(run, e);
            }
            return weights(now.get(0));
        }
    }

    /** Whether weights of the best epoch of a run are stored. */
    public boolean hasWeights(StoredRun run) {
        return table.hasWeights(run);
    }

    private DataException unreadable(StoredRun run, IOException e) throws DataException {
        Path file = of(run).weightsFile(BestFiles.best(run));
        if (!Files.exists(file)) {
            return new DataException(
                    file, Text.of("run.no.weights", Long.toString(run.id())), Text.of("run.no.weights.remedy"));
        }
        LOG.warn("the weights of run {} cannot be read", run.id(), e);
        return DataException.of(e)
                .orElseGet(() -> new DataException(
                        file,
                        Text.of("run.other.weights", run.id(), BestFiles.best(run)),
                        Text.of("run.other.weights.remedy")));
    }

    /**
     * Every evaluated user's figures on the test part after the best epoch, one array of shape [evaluated users] per metric; empty if none
     * are stored.
     *
     * @throws DataException if they are damaged, of another run or of another epoch
     */
    public Optional<Weights> userFigures(long run) throws DataException {
        for (StoredRun stored : table.runs("WHERE id = ?", run)) {
            boolean reported = stored.spec().chosenOnTest() || stored.tested().isPresent();
            Path file = of(stored).userFiguresFile(BestFiles.best(stored));
            if (reported && Files.exists(file)) {
                return Optional.of(userFigures(stored, file));
            }
        }
        return Optional.empty();
    }

    private Weights userFigures(StoredRun run, Path file) throws DataException {
        try {
            return of(run).userFigures(BestFiles.best(run));
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
            throw DataException.of(e)
                    .orElseGet(() -> new DataException(
                            file,
                            Text.of("run.user.figures.damaged", run.id()),
                            Text.of("run.user.figures.damaged.remedy")));
        }
    }
}
