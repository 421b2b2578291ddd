package dev.nara.run;

import dev.nara.algorithm.DeviceFull;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.eval.Evaluation;
import dev.nara.eval.Evaluator;
import dev.nara.spec.PreparedRun;
import dev.nara.text.Text;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The training loop, the same for every algorithm: epochs, evaluation on the part that decides, the best epoch, early stopping, evaluation
 * on the test part at the end, pausing and stopping on request, stopping if the loss is NaN or infinite. A run never throws; it ends in
 * Finished, Cancelled, Failed, Interrupted, or Paused if its process leaves it.
 */
public final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final PreparedRun preparedRun;
    private final RunListener listener;
    private final RunControl control;
    private final TestPart test;
    private final @Nullable ResumePoint left;
    private final List<Weights> starts;
    private final BatchProgress progress = new BatchProgress();
    private final RunClock clock = new RunClock();

    /** The last finished epoch, and its phase. */
    private String phase = "";

    private int epoch;
    private BestEpoch best = BestEpoch.NONE;
    private double secondsBefore;
    private double evaluationSeconds;

    /** For a new run. */
    public Runner(PreparedRun preparedRun, RunListener listener, RunControl control) {
        this(preparedRun, listener, control, null, List.of());
    }

    /** For a run resumed where it stopped; {@code starts} are initial weights for a new run. */
    public Runner(
            PreparedRun preparedRun,
            RunListener listener,
            RunControl control,
            @Nullable ResumePoint left,
            List<Weights> starts) {
        this.preparedRun = preparedRun;
        this.listener = listener;
        this.test = new TestPart(preparedRun, listener);
        this.control = control;
        this.left = left;
        this.starts = starts;
        control.onPause(new RunControl.Pauses() {
            @Override
            public void paused() {
                clock.stop();
                listener.event(new RunEvent.Paused(phase, epoch, false));
            }

            @Override
            public void resumed() {
                clock.goOn();
                listener.event(new RunEvent.Resumed(phase, epoch, false));
            }
        });
    }

    /** Trains until the run ends in any way, and returns its last event. */
    public RunEvent run() {
        RunEvent end;
        try {
            end = train();
        } catch (RunControl.Left e) {
            end = new RunEvent.Paused(phase, epoch, true);
        } catch (TakenAway e) {
            end = takenAway(e);
        } catch (CancellationException e) {
            end = new RunEvent.Cancelled(best.epoch(), best.metrics(), seconds());
        } catch (DataException e) {
            end = new RunEvent.Failed(e.message(Locale.getDefault()), best.epoch(), "");
        } catch (Diverged e) {
            end = new RunEvent.Failed(
                    Text.of("run.failed.diverged", e.epoch()).in(Locale.getDefault()), best.epoch(), "", true);
        } catch (StoreFailed e) {
            LOG.error("the run's record cannot be written", e);
            end = new RunEvent.Interrupted(e.words().in(Locale.getDefault()), best.epoch());
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.error("run failed", e);
            end = new RunEvent.Failed(message(e).in(Locale.getDefault()), best.epoch(), stack(e));
        }
        try {
            listener.event(end);
        } catch (TakenAway e) {
            end = takenAway(e);
        } catch (RuntimeException e) {
            LOG.error("a listener failed at the end of the run", e);
        }
        return end;
    }

    private RunEvent takenAway(TakenAway e) {
        LOG.warn("the run goes on no longer here: {}", e.getMessage());
        return new RunEvent.Interrupted(e.words().in(Locale.getDefault()), best.epoch());
    }

    private static Text message(Throwable e) {
        if (e instanceof DeviceFull full) {
            return full.words();
        }
        return e instanceof OutOfMemoryError
                ? Text.of("run.failed.memory", Runtime.getRuntime().maxMemory() >> 20)
                : Text.of("run.failed.error", e.toString());
    }

    private static String stack(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private RunEvent train() throws DataException {
        try (Fitting fitting = preparedRun.start()) {
            List<Fitting.Phase> phases = fitting.phases();
            int first = begin(fitting);
            for (Fitting.Phase pretraining : phases.subList(Math.min(first, phases.size() - 1), phases.size() - 1)) {
                enter(pretraining);
                while (epoch < pretraining.epochs()) {
                    finish(fitting, done(trainEpoch(fitting), Map.of(), 0, false));
                }
            }
            return trainProper(fitting, phases.get(phases.size() - 1));
        }
    }

    /** Starts from the beginning or resumes; returns the index of the phase to begin with. */
    private int begin(Fitting fitting) throws DataException {
        listener.begins(preparedRun);
        if (left == null) {
            startFrom(fitting);
            listener.event(started(fitting));
            return 0;
        }
        int place = left.takenUpBy(fitting);
        phase = left.last().phase();
        epoch = left.last().epoch();
        for (RunEvent.EpochDone done : left.epochs()) {
            secondsBefore += done.seconds() + done.evaluationSeconds();
            evaluationSeconds = done.evaluationSeconds();
            progress.finished(Math.round(done.examples()));
            if (done.best()) {
                remember(done);
            }
        }
        test.restore(left);
        listener.event(new RunEvent.Resumed(phase, epoch, true));
        return place;
    }

    private void startFrom(Fitting fitting) throws DataException {
        try {
            if (!starts.isEmpty()) {
                fitting.startFrom(starts);
            }
        } catch (IllegalArgumentException e) {
            throw new DataException(Text.of("run.start.model"), Text.of("run.start.model.remedy"));
        }
    }

    private void enter(Fitting.Phase next) {
        if (!next.name().equals(phase)) {
            phase = next.name();
            epoch = 0;
        }
    }

    private RunEvent trainProper(Fitting fitting, Fitting.Phase last) throws DataException {
        enter(last);
        int epochs = last.epochs() > 0 ? last.epochs() : preparedRun.spec().epochs();
        while (epoch < epochs && !patienceIsOver()) {
            // A run that is left at the end of an epoch must not begin another.
            control.check();
            Trained trained = trainEpoch(fitting);
            if (preparedRun.spec().evaluates(trained.epoch()) || trained.epoch() == epochs) {
                evaluate(fitting, trained);
            } else {
                finish(fitting, done(trained, Map.of(), 0, false));
            }
        }
        Map<String, Double> figures = test.figures(best, evaluating(0));
        return new RunEvent.Finished(best.epoch(), figures, seconds(), epoch < epochs);
    }

    private Evaluator.Watch evaluating(int ofEpoch) {
        return (done, total) -> {
            control.check();
            if (done % 64 == 0) {
                listener.event(new RunEvent.Evaluating(ofEpoch, done, total));
            }
        };
    }

    private boolean patienceIsOver() {
        int patience = preparedRun.spec().patience();
        return patience > 0 && preparedRun.spec().evaluates(epoch) && epoch - best.epoch() >= patience;
    }

    private RunEvent.Started started(Fitting fitting) throws DataException {
        Interactions train = preparedRun.split().train();
        return new RunEvent.Started(
                preparedRun.spec().algorithm(),
                train.users(),
                train.items(),
                train.size(),
                fitting.parameterCount(),
                preparedRun.spec().epochs(),
                preparedRun.split().spec(),
                preparedRun.protocol().spec(),
                preparedRun.validation().split().evaluatedUsers(),
                preparedRun.baseline(preparedRun.validator(), (done, total) -> control.check()),
                preparedRun.spec().validation(),
                preparedRun.spec().dataName());
    }

    /** An epoch that was trained but not yet evaluated. */
    private record Trained(
            String phase,
            int epoch,
            double loss,
            double seconds,
            double examplesPerSecond,
            Map<String, Double> health) {}

    private Trained trainEpoch(Fitting fitting) {
        int current = epoch + 1;
        double start = clock.seconds();
        long[] examples = new long[1];
        progress.begin();
        double loss = fitting.epoch(new EpochProgress() {
            @Override
            public void batch(long done, long total, double batchLoss) {
                control.check();
                examples[0] = total;
                report(fitting, current, done, total, batchLoss);
            }

            @Override
            public void within() {
                control.check();
            }
        });
        if (!Double.isFinite(loss)) {
            throw new Diverged(current);
        }
        progress.finished(examples[0]);
        double seconds = clock.seconds() - start;
        return new Trained(phase, current, loss, seconds, examples[0] / Math.max(1e-9, seconds), fitting.health());
    }

    /** Called from any training thread. */
    private synchronized void report(Fitting fitting, int current, long done, long total, double loss) {
        if (progress.isDue(current, done, total)) {
            double secondsLeft = progress.secondsLeft(
                    done,
                    total,
                    epochs(fitting),
                    evaluationSeconds / preparedRun.spec().metricsEvery());
            listener.event(new RunEvent.Batch(phase, current, done, total, loss, seconds(), secondsLeft));
        }
    }

    /** The epochs of all phases. */
    private long epochs(Fitting fitting) {
        long epochs = 0;
        for (Fitting.Phase each : fitting.phases()) {
            epochs += each.epochs() > 0 ? each.epochs() : preparedRun.spec().epochs();
        }
        return epochs;
    }

    private void evaluate(Fitting fitting, Trained trained) {
        double start = clock.seconds();
        Recommender recommender = fitting.recommender();
        Evaluation evaluation = preparedRun.validator().evaluate(recommender, evaluating(trained.epoch()));
        evaluationSeconds = clock.seconds() - start;
        boolean better = figure(trained.epoch(), evaluation.means()) > best.figure();
        RunEvent.EpochDone done = done(trained, evaluation.means(), evaluationSeconds, better);
        if (better) {
            test.keep(recommender);
        }
        listener.model(new RunListener.Evaluated(done, recommender, evaluation));
        finish(fitting, done);
    }

    /** Passes a trained and, if due, evaluated epoch to the listener. */
    private void finish(Fitting fitting, RunEvent.EpochDone done) {
        listener.checkpoint(done, fitting::state);
        epoch = done.epoch();
        if (done.best()) {
            remember(done);
        }
        listener.event(done);
    }

    private void remember(RunEvent.EpochDone done) {
        best = new BestEpoch(done.epoch(), figure(done.epoch(), done.metrics()), done.metrics());
    }

    /** The deciding metric, signed so that higher is better; without evaluated users, later epochs count as better. */
    private double figure(int ofEpoch, Map<String, Double> means) {
        @Nullable Double figure = means.get(preparedRun.decidingMetric());
        return figure == null || preparedRun.validation().split().evaluatedUsers() == 0
                ? ofEpoch
                : preparedRun.evaluator().metrics().get(0).worth(figure);
    }

    private static RunEvent.EpochDone done(
            Trained trained, Map<String, Double> metrics, double evaluationSeconds, boolean best) {
        return new RunEvent.EpochDone(
                trained.phase(),
                trained.epoch(),
                trained.loss(),
                trained.seconds(),
                trained.examplesPerSecond(),
                evaluationSeconds,
                metrics,
                best,
                trained.health());
    }

    /** The run's time without pauses, over all processes that worked on it. */
    private double seconds() {
        return secondsBefore + clock.seconds();
    }
}
