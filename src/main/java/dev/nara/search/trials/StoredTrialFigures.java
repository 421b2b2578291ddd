package dev.nara.search.trials;

import dev.nara.data.DataException;
import dev.nara.search.study.TrialFigures;
import dev.nara.store.RunStore;
import dev.nara.store.folder.EpochFigures;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads users' figures from the folders of runs. */
public final class StoredTrialFigures implements TrialFigures {
    private static final Logger LOG = LoggerFactory.getLogger(StoredTrialFigures.class);

    private final RunStore store;
    private final String goal;

    public StoredTrialFigures(RunStore store, String goal) {
        this.store = store;
        this.goal = goal;
    }

    @Override
    public double[] users(long run, int epoch) throws DataException {
        Path file = store.files().validationFigures(run);
        try {
            if (!Files.exists(file) && hasBest(run)) {
                throw lost(run);
            }
            return EpochFigures.read(file, epoch);
        } catch (IOException e) {
            LOG.warn("the figures of run {} cannot be read", run, e);
            throw DataException.of(e).orElseGet(() -> lost(run));
        }
    }

    /** Whether a run should have figures; not if it was deleted from the trash, and not before its first best epoch. */
    private boolean hasBest(long run) throws DataException {
        return store.table().ids().contains(run)
                && store.find(Long.toString(run)).best().isPresent();
    }

    private static DataException lost(long run) {
        return new DataException(Text.of("trial.figures", run), Text.of("trial.figures.remedy"));
    }

    @Override
    public double[] testUsers(long run) throws DataException {
        float[] figures = store.models()
                .userFigures(run)
                .map(metrics -> metrics.get(goal))
                .orElse(null);
        double[] users = new double[figures == null ? 0 : figures.length];
        for (int u = 0; figures != null && u < users.length; u++) {
            users[u] = figures[u];
        }
        return users;
    }
}
