package dev.nara.run;

import dev.nara.algorithm.Recommender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** Stores a run's lasting events and the weights of its best epoch, weights first. */
final class Recorder implements RunListener {
    private final RunStore store;
    private final long run;

    Recorder(RunStore store, long run) {
        this.store = store;
        this.run = run;
    }

    @Override
    public void model(RunEvent.EpochDone epoch, Recommender recommender) {
        if (epoch.best()) {
            try {
                Safetensors.write(store.weights(run), recommender.weights());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void event(RunEvent event) {
        if (event instanceof RunEvent.Batch || event instanceof RunEvent.Evaluating) {
            return;
        }
        try {
            store.append(run, event);
        } catch (SQLException e) {
            throw new IllegalStateException("the run's record cannot be written: " + e.getMessage(), e);
        }
    }
}
