package dev.nara.spark;

import dev.nara.Wiring;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.eval.Evaluation;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunListener;
import dev.nara.run.RunRequest;
import dev.nara.run.Runner;
import dev.nara.spec.PreparedRun;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;

/** Trains a trial on the machine that Spark selects, and reports its events to the driver immediately. */
final class TrialTask implements VoidFunction<Iterator<Long>> {
    private static final long serialVersionUID = 1L;

    private final int threads;

    /** {@code threads} is the number that a task may use. */
    TrialTask(int threads) {
        this.threads = threads;
    }

    @Override
    public void call(Iterator<Long> trainings) {
        try (GivenThreads given = new GivenThreads(threads)) {
            while (trainings.hasNext()) {
                ProgressSender sender =
                        new ProgressSender(trainings.next(), TaskContext.get().attemptNumber());
                given.run(() -> {
                    train(sender);
                    return true;
                });
            }
        }
    }

    private void train(ProgressSender sender) {
        Assignment work = (Assignment) TrialPlugin.tell(new TrialMessage.Begin(sender.training, sender.attempt));
        PreparedRun run;
        try {
            run = StudyData.prepared(RunJson.spec(work.spec()), Wiring.algorithms(threads));
        } catch (DataException e) {
            // Another machine would fail, too.
            sender.event(new RunEvent.Failed(e.message(Locale.getDefault()), 0, ""));
            return;
        }
        PreparedRun judged = work.judged() ? run.onValidation() : run;
        new Runner(judged, sender, sender.control, work.point(), work.startWeights()).run();
    }

    /** Sends the events of the runner, and follows the requests in the answers. */
    private static final class ProgressSender implements RunListener {
        private final long training;
        private final int attempt;
        private final RunControl control;

        ProgressSender(long training, int attempt) {
            this.training = training;
            this.attempt = attempt;
            this.control = new RunControl(this::ask);
        }

        private Optional<RunRequest> ask() {
            tell(new TrialMessage.Asked(training, attempt));
            return Optional.empty();
        }

        private void tell(TrialMessage message) {
            control.follow((RunControl.Request) TrialPlugin.tell(message));
        }

        @Override
        public void event(RunEvent event) {
            tell(TrialMessage.Event.of(training, attempt, event));
        }

        @Override
        public void model(Evaluated evaluated) {
            tell(new TrialMessage.Model(
                    training,
                    attempt,
                    RunJson.event(evaluated.epoch()).toString(),
                    Assignment.arrays(evaluated.recommender().weights()),
                    TrialMessage.Figures.of(evaluated.evaluation())));
        }

        @Override
        public void tested(RunEvent.Tested tested, Evaluation evaluation) {
            tell(new TrialMessage.Tested(
                    training, attempt, RunJson.event(tested).toString(), TrialMessage.Figures.of(evaluation)));
        }

        @Override
        public void checkpoint(RunEvent.EpochDone epoch, Supplier<Weights> state) {
            tell(new TrialMessage.State(
                    training, attempt, RunJson.event(epoch).toString(), Assignment.arrays(state.get())));
        }
    }
}
