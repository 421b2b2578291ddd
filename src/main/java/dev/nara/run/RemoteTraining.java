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
 * The near end of a training that another machine does: hands on what that one tells, in order, and answers what is asked of the
 * run. Where that machine is lost and another begins, the run was left after the epoch finished last, and goes on from there.
 * Safe for many threads; one message is handled at a time.
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

    /** Of a run that nobody has begun to train yet. */
    public RemoteTraining(TrainingBackend.Source source) {
        this.source = source;
    }

    /**
     * A machine begins, the first one or another after that was lost.
     *
     * @param number larger than those before
     * @return what it is to train
     * @throws DataException if the run cannot be taken up
     * @throws IllegalStateException if the run has ended, or a later one has begun
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

    /** An event; what is asked of the run then. */
    public synchronized RunControl.Request event(int of, RunEvent event) {
        return told(of, known -> {
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

    /** The model after an epoch that was evaluated; its weights are those of the run's algorithm. */
    public synchronized RunControl.Request model(
            int of, RunEvent.EpochDone done, Weights weights, Evaluation evaluation) {
        return told(of, known -> {
            Recommender recommender = known.preparedRun().restore(weights);
            known.listener().model(new RunListener.Evaluated(done, recommender, evaluation));
        });
    }

    /** The figures on the test part. */
    public synchronized RunControl.Request tested(int of, RunEvent.Tested tested, Evaluation evaluation) {
        return told(of, known -> known.listener().tested(tested, evaluation));
    }

    /** The training's state after an epoch. */
    public synchronized RunControl.Request checkpoint(int of, RunEvent.EpochDone done, Weights state) {
        return told(of, known -> known.listener().checkpoint(done, () -> state));
    }

    /** What is asked of the run now. */
    public synchronized RunControl.Request asked(int of) {
        return told(of, known -> {});
    }

    private interface Message {
        void hand(TrainingJob to) throws DataException;
    }

    /** Nothing more of a machine that was given up, or of a run that has ended, is handed on. */
    private RunControl.Request told(int of, Message message) {
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

    /** The end, once no machine trains it any more: where none has told one, it was lost, and can go on another time. */
    public synchronized RunEvent end(Text lost) {
        if (end == null && job != null) {
            interrupt(job, lost);
        }
        return end == null ? new RunEvent.Interrupted(lost.in(Locale.getDefault()), best) : end;
    }
}
