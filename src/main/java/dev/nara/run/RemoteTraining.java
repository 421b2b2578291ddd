package dev.nara.run;

import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.eval.Evaluation;
import dev.nara.text.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local end of a training on another machine: passes that machine's messages to the run's listener in order, and answers with what is
 * requested of the run. If the machine is lost and another takes over, the run resumes after the last finished epoch. Thread-safe; one
 * message is handled at a time.
 */
public final class RemoteTraining {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteTraining.class);

    private final TrainingBackend.Source source;
    private @Nullable TrainingJob job;
    private @Nullable RunEvent end;
    private int attempt = -1;
    private String phase = "";
    private int epoch;
    private int best;

    /** For a run that no machine has started to train. */
    public RemoteTraining(TrainingBackend.Source source) {
        this.source = source;
    }

    /**
     * A machine takes the run, the first one or a replacement for a lost one.
     *
     * @param number of the attempt, larger than earlier ones
     * @return the training to do
     * @throws DataException if the run cannot be taken up
     * @throws IllegalStateException if the run has ended, or a later attempt has begun
     */
    public synchronized TrainingJob begins(int number) throws DataException {
        if (end != null || number <= attempt) {
            throw new IllegalStateException("nothing is to be trained");
        }
        if (job != null) {
            job.listener().event(new RunEvent.Paused(phase, epoch, true));
        }
        attempt = number;
        TrainingJob taken = source.take();
        job = taken;
        if (taken.left() != null) {
            phase = taken.left().last().phase();
            epoch = taken.left().last().epoch();
            best = taken.left().epochs().stream()
                    .filter(RunEvent.EpochDone::best)
                    .mapToInt(RunEvent.EpochDone::epoch)
                    .reduce(0, (a, b) -> b);
        }
        taken.listener().begins(taken.preparedRun());
        return taken;
    }

    /** Passes an event on; returns what is requested of the run. */
    public synchronized RunControl.Request event(int of, RunEvent event) {
        return deliver(of, known -> {
            if (event instanceof RunEvent.EpochDone done) {
                phase = done.phase();
                epoch = done.epoch();
                best = done.best() ? epoch : best;
            }
            known.listener().event(event);
            if (event.last()) {
                end = event;
            }
        });
    }

    /** Passes on the model after an evaluated epoch; the weights are those of the run's algorithm. */
    public synchronized RunControl.Request model(
            int of, RunEvent.EpochDone done, Weights weights, Evaluation evaluation) {
        return deliver(of, known -> {
            Recommender recommender = known.preparedRun().restore(weights);
            known.listener().model(new RunListener.Evaluated(done, recommender, evaluation));
        });
    }

    /** Passes on the figures on the test part. */
    public synchronized RunControl.Request tested(int of, RunEvent.Tested tested, Evaluation evaluation) {
        return deliver(of, known -> known.listener().tested(tested, evaluation));
    }

    /** Passes on the training state after an epoch. */
    public synchronized RunControl.Request checkpoint(int of, RunEvent.EpochDone done, Weights state) {
        return deliver(of, known -> known.listener().checkpoint(done, () -> state));
    }

    /** What is requested of the run now. */
    public synchronized RunControl.Request asked(int of) {
        return deliver(of, known -> {});
    }

    private interface Message {
        void hand(TrainingJob to) throws DataException;
    }

    /** Ignores messages of machines that were replaced, and of runs that have ended. */
    private RunControl.Request deliver(int of, Message message) {
        TrainingJob known = job;
        if (known == null || of != attempt || end != null) {
            return RunControl.Request.LEAVE;
        }
        try {
            message.hand(known);
        } catch (TakenAway e) {
            end = new RunEvent.Interrupted(e.words().in(Locale.getDefault()), best);
        } catch (StoreFailed e) {
            interrupt(known, e.words());
        } catch (DataException e) {
            interrupt(known, e.problem());
        }
        return end == null ? known.control().asked() : RunControl.Request.LEAVE;
    }

    private void interrupt(TrainingJob known, Text why) {
        RunEvent interrupted = new RunEvent.Interrupted(why.in(Locale.getDefault()), best);
        end = interrupted;
        try {
            known.listener().event(interrupted);
        } catch (StoreFailed | TakenAway e) {
            LOG.warn("the end of a run is not stored; what was stored before is whole", e);
        }
    }

    /**
     * The last event, once no machine trains the run any more. Without one, the machine was lost: the run is interrupted and can be
     * resumed.
     */
    public synchronized RunEvent end(Text lost) {
        if (end == null && job != null) {
            interrupt(job, lost);
        }
        return end == null ? new RunEvent.Interrupted(lost.in(Locale.getDefault()), best) : end;
    }
}
