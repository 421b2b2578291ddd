package dev.nara.run;

import dev.nara.algorithm.Recommender;

/** Hears what happens in a run, on the run's thread; of {@code Evaluating} alone also on the threads that rank. */
public interface RunListener {
    /** Every event, in order. */
    void event(RunEvent event);

    /** The model after an epoch, before that epoch's event; the recommender may be kept. */
    default void model(RunEvent.EpochDone epoch, Recommender recommender) {}

    /** This listener, then another, which hears of an event even if this one fails. */
    default RunListener then(RunListener next) {
        RunListener first = this;
        return new RunListener() {
            @Override
            public void event(RunEvent event) {
                try {
                    first.event(event);
                } finally {
                    next.event(event);
                }
            }

            @Override
            public void model(RunEvent.EpochDone epoch, Recommender recommender) {
                first.model(epoch, recommender);
                next.model(epoch, recommender);
            }
        };
    }
}
