package dev.nara.run;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.eval.Evaluation;
import dev.nara.spec.PreparedRun;
import java.util.function.Supplier;

/**
 * Receives the events of a run on the run's thread; {@code Batch} (one at a time) and {@code Evaluating} also on threads that train and
 * rank.
 */
public interface RunListener {
    /** The model after an epoch with its figures; the recommender may be kept. */
    record Evaluated(RunEvent.EpochDone epoch, Recommender recommender, Evaluation evaluation) {}

    /** Called before the first event of a run, new or resumed, with what will be trained. */
    default void begins(PreparedRun preparedRun) {}

    /** Called for every event, in order. */
    void event(RunEvent event);

    /** Called with the model after an evaluated epoch, before that epoch's event. */
    default void model(Evaluated evaluated) {}

    /** Called with the figures of the best epoch on the test part, before their event. */
    default void tested(RunEvent.Tested tested, Evaluation evaluation) {}

    /** Called after every epoch, before its event; the state is valid only until the next epoch changes it. */
    default void checkpoint(RunEvent.EpochDone epoch, Supplier<Weights> state) {}

    /** Notifies this listener, then another, which receives an event even if this one throws. */
    default RunListener then(RunListener next) {
        RunListener first = this;
        return new RunListener() {
            @Override
            public void begins(PreparedRun preparedRun) {
                first.begins(preparedRun);
                next.begins(preparedRun);
            }

            @Override
            public void event(RunEvent event) {
                try {
                    first.event(event);
                } finally {
                    next.event(event);
                }
            }

            @Override
            public void model(Evaluated evaluated) {
                first.model(evaluated);
                next.model(evaluated);
            }

            @Override
            public void tested(RunEvent.Tested tested, Evaluation evaluation) {
                first.tested(tested, evaluation);
                next.tested(tested, evaluation);
            }

            @Override
            public void checkpoint(RunEvent.EpochDone epoch, Supplier<Weights> state) {
                first.checkpoint(epoch, state);
                next.checkpoint(epoch, state);
            }
        };
    }
}
