package dev.nara.search.trials;

import dev.nara.data.DataException;
import dev.nara.search.study.TrialFigures;
import dev.nara.store.RunStore;
import dev.nara.store.folder.EpochFigures;
import java.io.IOException;

/** Reads users' figures from the folders of runs. */
public final class StoredTrialFigures implements TrialFigures {
    private final RunStore store;
    private final String goal;

    public StoredTrialFigures(RunStore store, String goal) {
        this.store = store;
        this.goal = goal;
    }

    @Override
    public double[] users(long run, int epoch) throws DataException {
        try {
            return EpochFigures.read(store.files().validationFigures(run), epoch);
        } catch (IOException e) {
            throw store.unusable(e);
        }
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
