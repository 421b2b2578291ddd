package dev.nara.ui.train;

import dev.nara.data.DataException;
import dev.nara.run.RunControl;
import dev.nara.spec.PreparedRun;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.References;
import dev.nara.ui.common.FxPump;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the references of a run, cheap and strong algorithms to compare with, beside it once it has started; for one run at a time. */
public final class ReferenceTraining {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceTraining.class);

    private final References references;
    private final Executor executor;
    private final FxPump<Boolean> known;
    private final RunControl control = new RunControl();
    /** The lock that a thread holds while it trains. */
    private final Object place = new Object();

    /** {@code known} is called on the JavaFX thread when further references may be known. */
    ReferenceTraining(References references, Executor executor, Runnable known) {
        this.references = references;
        this.executor = executor;
        this.known = new FxPump<>(all -> known.run());
    }

    /** Trains the references of a run that starts; called on any thread. */
    void begin(StoredRun run, PreparedRun preparedRun) {
        executor.execute(() -> {
            synchronized (place) {
                train(run, preparedRun);
            }
        });
    }

    private void train(StoredRun run, PreparedRun preparedRun) {
        try {
            control.check();
            // References from earlier runs on the same split are available now that the split is stored.
            known.offer(true);
            references.train(run.id(), preparedRun, control, () -> known.offer(true));
        } catch (CancellationException e) {
            LOG.info("the window was closed before all references were known");
        } catch (DataException | RuntimeException | OutOfMemoryError e) {
            // The run is shown without them.
            LOG.warn("the references of run {} are not known", run.id(), e);
        }
    }

    /** Stops the training. */
    public void close() {
        control.cancel();
    }
}
