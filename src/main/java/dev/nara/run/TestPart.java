package dev.nara.run;

import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.eval.Evaluation;
import dev.nara.eval.Evaluator;
import dev.nara.spec.PreparedRun;
import dev.nara.text.Text;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes a run's figures on the test part, once, at its end; keeps the model of the best epoch for that. */
final class TestPart {
    private final PreparedRun preparedRun;
    private final RunListener listener;
    private @Nullable Recommender best;
    private RunEvent.@Nullable Tested tested;

    TestPart(PreparedRun preparedRun, RunListener listener) {
        this.preparedRun = preparedRun;
        this.listener = listener;
    }

    /** Whether anything is evaluated at the end; if the test part decides, only users without training rows are. */
    private boolean tells() {
        return preparedRun.testedApart() || preparedRun.cold().isPresent();
    }

    /** Keeps the model of the best epoch so far. */
    void keep(Recommender recommender) {
        if (tells()) {
            best = recommender;
        }
    }

    /** Restores the best model, and the figures that were computed before the run stopped. */
    void restore(ResumePoint left) throws DataException {
        tested = left.tested().orElse(null);
        if (left.best() != null && tells()) {
            best = preparedRun.restore(left.best());
        }
    }

    /**
     * The final figures: those of the best epoch on the test part, evaluated now unless they are stored; if the test part decides, those by
     * which the epoch was chosen.
     *
     * @throws DataException if the model of the best epoch is lost
     */
    Map<String, Double> figures(BestEpoch epoch, Evaluator.Watch watch) throws DataException {
        boolean apart = preparedRun.testedApart();
        if (tells() && tested == null) {
            tell(epoch, apart, watch);
        }
        return apart && tested != null ? tested.metrics() : epoch.metrics();
    }

    private void tell(BestEpoch epoch, boolean apart, Evaluator.Watch watch) throws DataException {
        if (best == null) {
            throw new DataException(Text.of("run.test.no.model", epoch.epoch()), Text.of("run.test.no.model.remedy"));
        }
        Recommender model = best;
        Evaluation evaluation = apart ? preparedRun.evaluator().evaluate(model, watch) : null;
        Optional<Evaluator> cold = preparedRun.cold();
        RunEvent.Tested now = new RunEvent.Tested(
                epoch.epoch(),
                evaluation == null ? Map.of() : evaluation.means(),
                evaluation == null ? 0 : preparedRun.split().evaluatedUsers(),
                cold.map(users -> users.evaluate(model, watch).means()).orElse(Map.of()),
                cold.map(users -> users.users().length).orElse(0),
                evaluation == null ? Map.of() : preparedRun.baseline(preparedRun.evaluator(), watch));
        if (evaluation != null) {
            listener.tested(now, evaluation);
        }
        listener.event(now);
        tested = now;
    }
}
