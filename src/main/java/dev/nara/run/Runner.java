package dev.nara.run;

import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Recommender;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.eval.Evaluation;
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
 * The loop of a training, written once for every algorithm: epochs, evaluation, the best epoch, early stopping, stopping
 * on request and on loss that is no number. A run never throws; it ends in Finished, Cancelled or Failed.
 */
public final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final long EVENT_NANOS = 50_000_000;

    private final Experiment experiment;
    private final RunListener listener;
    private final Stop stop;
    private final TimeLeft timeLeft = new TimeLeft();
    private final long begun = System.nanoTime();

    private int bestEpoch;
    private double bestFigure = Double.NEGATIVE_INFINITY;
    private Map<String, Double> bestMetrics = Map.of();
    private double evaluationSeconds;
    private long lastEvent;
    private long examplesBefore;

    /** For one run. */
    public Runner(Experiment experiment, RunListener listener, Stop stop) {
        this.experiment = experiment;
        this.listener = listener;
        this.stop = stop;
    }

    /** Trains until the end, whichever it is, and returns its event. */
    public RunEvent run() {
        RunEvent end;
        try {
            end = train();
        } catch (CancellationException e) {
            end = new RunEvent.Cancelled(bestEpoch, bestMetrics, secondsSince(begun));
        } catch (DataException e) {
            end = new RunEvent.Failed(e.message(Locale.getDefault()), bestEpoch, "");
        } catch (Diverged e) {
            end = new RunEvent.Failed(Text.of("run.failed.diverged", e.epoch).in(Locale.getDefault()), bestEpoch, "");
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
        try (Fitting fitting = experiment.start()) {
            listener.event(started(fitting));
            List<Fitting.Phase> phases = fitting.phases();
            for (Fitting.Phase phase : phases.subList(0, phases.size() - 1)) {
                for (int epoch = 1; epoch <= phase.epochs(); epoch++) {
                    Trained trained = trainEpoch(fitting, phase.name(), epoch);
                    listener.event(done(trained, Map.of(), 0, false));
                }
            }
            return trainProper(fitting, phases.get(phases.size() - 1));
        }
    }

    private RunEvent trainProper(Fitting fitting, Fitting.Phase phase) {
        int epochs = phase.epochs() > 0 ? phase.epochs() : experiment.spec().epochs();
        boolean stoppedEarly = false;
        for (int epoch = 1; epoch <= epochs && !stoppedEarly; epoch++) {
            Trained trained = trainEpoch(fitting, phase.name(), epoch);
            evaluate(fitting, trained);
            int patience = experiment.spec().patience();
            stoppedEarly = patience > 0 && epoch - bestEpoch >= patience;
        }
        return new RunEvent.Finished(bestEpoch, bestMetrics, secondsSince(begun), stoppedEarly);
    }

    private RunEvent started(Fitting fitting) throws DataException {
        Interactions train = experiment.split().train();
        return new RunEvent.Started(
                experiment.spec().algorithm(),
                train.users(),
                train.items(),
                train.size(),
                fitting.parameterCount(),
                experiment.spec().epochs(),
                experiment.split().spec(),
                experiment.candidates().spec(),
                experiment.split().evaluatedUsers(),
                experiment.baseline((done, total) -> stop.check()));
    }

    /** An epoch that was trained but not yet evaluated. */
    private record Trained(String phase, int epoch, double loss, double seconds, double examplesPerSecond) {}

    private Trained trainEpoch(Fitting fitting, String phase, int epoch) {
        long start = System.nanoTime();
        long[] examples = new long[1];
        timeLeft.begin(examplesBefore, start);
        double loss = fitting.epoch((done, total, batchLoss) -> {
            stop.check();
            examples[0] = total;
            batch(fitting, phase, epoch, done, total, batchLoss);
        });
        if (!Double.isFinite(loss)) {
            throw new Diverged(epoch);
        }
        examplesBefore += examples[0];
        double seconds = secondsSince(start);
        return new Trained(phase, epoch, loss, seconds, examples[0] / Math.max(1e-9, seconds));
    }

    private void batch(Fitting fitting, String phase, int epoch, long done, long total, double loss) {
        long now = System.nanoTime();
        if (now - lastEvent < EVENT_NANOS && done < total) {
            return;
        }
        lastEvent = now;
        timeLeft.at(examplesBefore + done, now);
        listener.event(new RunEvent.Batch(phase, epoch, done, total, loss, secondsLeft(fitting, done, total)));
    }

    private double secondsLeft(Fitting fitting, long done, long total) {
        long epochs = 0;
        for (Fitting.Phase phase : fitting.phases()) {
            epochs += phase.epochs() > 0 ? phase.epochs() : experiment.spec().epochs();
        }
        double examplesLeft = (double) epochs * total - examplesBefore - done;
        double epochsLeft = examplesLeft / Math.max(1, total);
        return timeLeft.seconds(examplesLeft) + epochsLeft * evaluationSeconds;
    }

    private void evaluate(Fitting fitting, Trained trained) {
        long start = System.nanoTime();
        Recommender recommender = fitting.recommender();
        Evaluation evaluation = experiment.evaluator().evaluate(recommender, (done, total) -> {
            stop.check();
            if (done % 64 == 0) {
                listener.event(new RunEvent.Evaluating(trained.epoch(), done, total));
            }
        });
        evaluationSeconds = secondsSince(start);
        double figure = figure(evaluation.means());
        boolean best = figure > bestFigure;
        RunEvent.EpochDone done = done(trained, evaluation.means(), evaluationSeconds, best);
        if (best) {
            bestFigure = figure;
            bestEpoch = trained.epoch();
            bestMetrics = evaluation.means();
        }
        listener.model(done, recommender);
        listener.event(done);
    }

    /** The deciding metric; where nobody is evaluated, later epochs are better. */
    private double figure(Map<String, Double> means) {
        @Nullable Double figure = means.get(experiment.decidingMetric());
        return figure == null || experiment.split().evaluatedUsers() == 0 ? bestEpoch + 1 : figure;
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
                best);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
