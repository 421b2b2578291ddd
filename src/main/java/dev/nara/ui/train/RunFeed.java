package dev.nara.ui.train;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.QueueWatcher;
import dev.nara.ui.common.FxPump;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Passes events, models and changes of the queue from the queue's threads to the JavaFX thread. */
final class RunFeed implements QueueWatcher {
    private final RunStore store;
    private final Texts texts;
    private final FxPump<Said> events;
    private final FxPump<Boolean> changes;
    private final FxPump<StoredRun> waiting;
    private final FxPump<Session.Model> models;
    private final BiConsumer<StoredRun, PreparedRun> trains;

    /**
     * An event of a run, or its start.
     *
     * @param event null if the run starts
     * @param past at a start, the events from earlier processes
     */
    record Said(StoredRun run, @Nullable RunEvent event, List<RunEvent> past) {}

    /** Called on the JavaFX thread. */
    interface Listener {
        void said(List<Said> all);

        /** Models after epochs, the latest last. */
        void models(List<Session.Model> some);

        /** A run waits for another program. */
        void waits();

        /** A run was added to the queue, started or left it. */
        void queueChanged();
    }

    /** {@code trains} is called, on the training thread, when a run's training starts or is resumed in this process. */
    RunFeed(RunStore store, Texts texts, Listener listener, BiConsumer<StoredRun, PreparedRun> trains) {
        this.trains = trains;
        this.store = store;
        this.texts = texts;
        this.events = new FxPump<>(listener::said);
        this.changes = new FxPump<>(all -> listener.queueChanged());
        this.waiting = new FxPump<>(all -> listener.waits());
        this.models = new FxPump<>(listener::models);
    }

    @Override
    public RunListener begins(StoredRun run, PreparedRun preparedRun) {
        events.offer(new Said(run, null, past(run)));
        return new RunListener() {
            private Session.@Nullable Model best;

            @Override
            public void event(RunEvent event) {
                if (event instanceof RunEvent.Started
                        || (event instanceof RunEvent.Resumed resumed && resumed.takenUp())) {
                    trains.accept(run, preparedRun);
                }
                if (event.last() && best != null) {
                    models.offer(best);
                }
                events.offer(new Said(run, event, List.of()));
            }

            @Override
            public void model(Evaluated evaluated) {
                Session.Model now =
                        new Session.Model(run.id(), evaluated.epoch().epoch(), preparedRun, evaluated.recommender());
                best = evaluated.epoch().best() ? now : best;
                models.offer(now);
            }
        };
    }

    private List<RunEvent> past(StoredRun run) {
        try {
            return store.replay(run.id());
        } catch (DataException e) {
            return List.of();
        }
    }

    @Override
    public void failed(StoredRun run, DataException problem) {
        String words = problem.message(texts.locale());
        events.offer(new Said(run, new RunEvent.Failed(words, 0, ""), List.of()));
    }

    @Override
    public void stopped(StoredRun run) {
        events.offer(new Said(run, new RunEvent.Cancelled(0, Map.of(), 0), List.of()));
    }

    @Override
    public void waits(StoredRun run) {
        waiting.offer(run);
    }

    @Override
    public void changed() {
        changes.offer(true);
    }
}
