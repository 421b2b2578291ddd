package dev.nara.run;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.eval.Evaluation;
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
 * The loop of a training, written once for every algorithm: epochs, evaluation, the best epoch, early stopping, pausing and
 * stopping on request, stopping on loss that is no number. A run never throws; it ends in Finished, Cancelled, Failed,
 * Interrupted, or Paused when its process leaves it.
 */
public final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final long EVENT_NANOS = 50_000_000;

    private final PreparedRun preparedRun;
    private final RunListener listener;
    private final RunControl control;
    private final @Nullable ResumePoint past;
    private final List<Weights> starts;
    private final TimeLeft timeLeft = new TimeLeft();
    private final RunClock clock = new RunClock();

    /** The epoch that was finished last, and the phase it belongs to. */
    private String phase = "";

    private int epoch;
    private int bestEpoch;
    private double bestFigure = Double.NEGATIVE_INFINITY;
    private Map<String, Double> bestMetrics = Map.of();
    private double secondsBefore;
    private double evaluationSeconds;
    private long lastEvent;
    private int toldEpoch;
    private long toldDone;
    private long examplesBefore;

    /** For a new run. */
    public Runner(PreparedRun preparedRun, RunListener listener, RunControl control) {
        this(preparedRun, listener, control, null, List.of());
    }

    /** For a run that goes on from a point at which it was left; {@code starts} are weights that a new run begins with. */
    public Runner(
            PreparedRun preparedRun,
            RunListener listener,
            RunControl control,
            @Nullable ResumePoint past,
            List<Weights> starts) {
        this.preparedRun = preparedRun;
        this.listener = listener;
        this.control = control;
        this.past = past;
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

    /** Trains until the end, whichever it is, and returns its event. */
    public RunEvent run() {
        RunEvent end;
        try {
            end = train();
        } catch (RunControl.Left e) {
            end = new RunEvent.Paused(phase, epoch, true);
        } catch (CancellationException e) {
            end = new RunEvent.Cancelled(bestEpoch, bestMetrics, seconds());
        } catch (DataException e) {
            end = new RunEvent.Failed(e.message(Locale.getDefault()), bestEpoch, "");
        } catch (Diverged e) {
            end = new RunEvent.Failed(Text.of("run.failed.diverged", e.epoch).in(Locale.getDefault()), bestEpoch, "");
        } catch (StoreFailed e) {
            LOG.error("the run's record cannot be written", e);
            String words =
                    Text.of("run.store.failed", String.valueOf(e.getMessage())).in(Locale.getDefault());
            end = new RunEvent.Interrupted(words, bestEpoch);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.error("run failed", e);
            end = new RunEvent.Failed(message(e).in(Locale.getDefault()), bestEpoch, stack(e));
        }
        try {
            listener.event(end);
        } catch (RuntimeException e) {
            LOG.error("the end of the run was not heard by all", e);
        }
        return end;
    }

    /** The loss of an epoch, pretraining or not, is no number. */
    private static final class Diverged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int epoch;

        Diverged(int epoch) {
            this.epoch = epoch;
        }
    }

    private static Text message(Throwable e) {
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

    /** Starts anew, or takes up the past; returns the place of the phase to begin with. */
    private int begin(Fitting fitting) throws DataException {
        listener.begins(preparedRun);
        if (past == null) {
            startFrom(fitting);
            listener.event(started(fitting));
            return 0;
        }
        fitting.resume(past.state());
        phase = past.last().phase();
        epoch = past.last().epoch();
        for (RunEvent.EpochDone done : past.epochs()) {
            secondsBefore += done.seconds() + done.evaluationSeconds();
            evaluationSeconds = done.evaluationSeconds();
            examplesBefore += Math.round(done.examples());
            if (done.best()) {
                remember(done);
            }
        }
        listener.event(new RunEvent.Resumed(phase, epoch, true));
        return fitting.phases().stream().map(Fitting.Phase::name).toList().indexOf(phase);
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

    private RunEvent trainProper(Fitting fitting, Fitting.Phase last) {
        enter(last);
        int epochs = last.epochs() > 0 ? last.epochs() : preparedRun.spec().epochs();
        while (epoch < epochs && !patienceIsOver()) {
            Trained trained = trainEpoch(fitting);
            if (trained.epoch() % preparedRun.spec().metricsEvery() == 0 || trained.epoch() == epochs) {
                evaluate(fitting, trained);
            } else {
                finish(fitting, done(trained, Map.of(), 0, false));
            }
        }
        return new RunEvent.Finished(bestEpoch, bestMetrics, seconds(), epoch < epochs);
    }

    private boolean patienceIsOver() {
        int patience = preparedRun.spec().patience();
        boolean evaluated = epoch > 0 && epoch % preparedRun.spec().metricsEvery() == 0;
        return patience > 0 && evaluated && epoch - bestEpoch >= patience;
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
                preparedRun.split().evaluatedUsers(),
                preparedRun.baseline((done, total) -> control.check()));
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
        timeLeft.begin(examplesBefore, System.nanoTime());
        double loss = fitting.epoch(new EpochProgress() {
            @Override
            public void batch(long done, long total, double batchLoss) {
                control.check();
                examples[0] = total;
                tell(fitting, current, done, total, batchLoss);
            }

            @Override
            public void within() {
                control.check();
            }
        });
        if (!Double.isFinite(loss)) {
            throw new Diverged(current);
        }
        examplesBefore += examples[0];
        double seconds = clock.seconds() - start;
        return new Trained(phase, current, loss, seconds, examples[0] / Math.max(1e-9, seconds), fitting.health());
    }

    /** Called by any thread that trains; what comes late of an epoch is not told. */
    private synchronized void tell(Fitting fitting, int current, long done, long total, double loss) {
        long now = System.nanoTime();
        boolean late = current == toldEpoch && done < toldDone;
        if (late || (now - lastEvent < EVENT_NANOS && done < total)) {
            return;
        }
        lastEvent = now;
        toldEpoch = current;
        toldDone = done;
        timeLeft.at(examplesBefore + done, now);
        listener.event(
                new RunEvent.Batch(phase, current, done, total, loss, seconds(), secondsLeft(fitting, done, total)));
    }

    private double secondsLeft(Fitting fitting, long done, long total) {
        long epochs = 0;
        for (Fitting.Phase each : fitting.phases()) {
            epochs += each.epochs() > 0 ? each.epochs() : preparedRun.spec().epochs();
        }
        double examplesLeft = (double) epochs * total - examplesBefore - done;
        double epochsLeft = examplesLeft / Math.max(1, total);
        return timeLeft.seconds(examplesLeft)
                + epochsLeft * evaluationSeconds / preparedRun.spec().metricsEvery();
    }

    private void evaluate(Fitting fitting, Trained trained) {
        double start = clock.seconds();
        Recommender recommender = fitting.recommender();
        Evaluation evaluation = preparedRun.evaluator().evaluate(recommender, (done, total) -> {
            control.check();
            if (done % 64 == 0) {
                listener.event(new RunEvent.Evaluating(trained.epoch(), done, total));
            }
        });
        evaluationSeconds = clock.seconds() - start;
        boolean best = figure(trained.epoch(), evaluation.means()) > bestFigure;
        RunEvent.EpochDone done = done(trained, evaluation.means(), evaluationSeconds, best);
        listener.model(new RunListener.Evaluated(done, recommender, evaluation));
        finish(fitting, done);
    }

    /** Makes an epoch known that is trained and, if it is to be, evaluated. */
    private void finish(Fitting fitting, RunEvent.EpochDone done) {
        listener.checkpoint(done, fitting::state);
        epoch = done.epoch();
        if (done.best()) {
            remember(done);
        }
        listener.event(done);
    }

    private void remember(RunEvent.EpochDone best) {
        bestEpoch = best.epoch();
        bestMetrics = best.metrics();
        bestFigure = figure(best.epoch(), best.metrics());
    }

    /** The deciding metric; where nobody is evaluated, later epochs are better. */
    private double figure(int ofEpoch, Map<String, Double> means) {
        @Nullable Double figure = means.get(preparedRun.decidingMetric());
        return figure == null || preparedRun.split().evaluatedUsers() == 0 ? ofEpoch : figure;
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

    /** The run's time without pauses, of all processes that worked on it. */
    private double seconds() {
        return secondsBefore + clock.seconds();
    }
}
