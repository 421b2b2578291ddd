package dev.nara.run;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.eval.Evaluation;
import dev.nara.spec.PreparedRun;
import java.util.function.Supplier;

/** Is called about what happens in a run, on the run's thread; about {@code Batch} (never two at once) and {@code Evaluating} also on
 * threads that train and rank. */
public interface RunListener {
    /** A model after an epoch, with its figures; the recommender may be kept. */
    record Evaluated(RunEvent.EpochDone epoch, Recommender recommender, Evaluation evaluation) {}

    /** Before the first event of a run, new or taken up: what it is about to do. */
    default void begins(PreparedRun preparedRun) {}

    /** Every event, in order. */
    void event(RunEvent event);

    /** The model after an epoch that was evaluated, before that epoch's event. */
    default void model(Evaluated evaluated) {}

    /** The figures of the best epoch on the test part, before their event. */
    default void tested(RunEvent.Tested tested, Evaluation evaluation) {}

    /** After every epoch, before its event: the training's state, which the next epoch changes. */
    default void checkpoint(RunEvent.EpochDone epoch, Supplier<Weights> state) {}

    /** This listener, then another, which is called with an event even if this one fails. */
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
