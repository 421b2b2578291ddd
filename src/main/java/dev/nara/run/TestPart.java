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

/** Tells a run on its test part, once, at its end: the model of the best epoch is kept for that. */
final class TestPart {
    private final PreparedRun preparedRun;
    private final RunListener listener;
    private @Nullable Recommender best;
    private RunEvent.@Nullable Tested tested;

    TestPart(PreparedRun preparedRun, RunListener listener) {
        this.preparedRun = preparedRun;
        this.listener = listener;
    }

    /** A model is the best so far. */
    void keep(Recommender recommender) {
        if (preparedRun.testedApart()) {
            best = recommender;
        }
    }

    /** What was the best, and what was told already, before the run was left. */
    void restore(ResumePoint left) throws DataException {
        tested = left.tested().orElse(null);
        if (left.best() != null && preparedRun.testedApart()) {
            best = preparedRun.restore(left.best());
        }
    }

    /**
     * The figures that the run is told by: those of the best epoch on the test part, evaluated now unless they are stored
     * already; where the test part decides, those it was chosen by.
     *
     * @throws DataException if the model of the best epoch is gone
     */
    Map<String, Double> figures(BestEpoch epoch, Evaluator.Watch watch) throws DataException {
        if (!preparedRun.testedApart()) {
            return epoch.metrics();
        }
        if (tested != null) {
            return tested.metrics();
        }
        if (best == null) {
            throw new DataException(Text.of("run.test.no.model", epoch.epoch()), Text.of("run.test.no.model.remedy"));
        }
        Recommender model = best;
        Evaluation evaluation = preparedRun.evaluator().evaluate(model, watch);
        Optional<Evaluator> cold = preparedRun.cold();
        RunEvent.Tested now = new RunEvent.Tested(
                epoch.epoch(),
                evaluation.means(),
                preparedRun.split().evaluatedUsers(),
                cold.map(apart -> apart.evaluate(model, watch).means()).orElse(Map.of()),
                cold.map(apart -> apart.users().length).orElse(0),
                preparedRun.baseline(preparedRun.evaluator(), watch));
        listener.tested(now, evaluation);
        listener.event(now);
        return now.metrics();
    }
}
