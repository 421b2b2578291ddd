package dev.nara.spark;

import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.eval.Evaluation;
import dev.nara.run.RemoteTraining;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message of a machine that trains a trial to the driver; the answer, also serialisable, is a request to the trial, or the training to
 * do.
 */
interface TrialMessage extends Serializable {
    /** The number of the training. */
    long training();

    /** Passes the message on; returns the answer. */
    Serializable hand(RemoteTraining to) throws DataException;

    /** A machine begins the training. */
    record Begin(long training, int attempt) implements TrialMessage {
        private static final long serialVersionUID = 1L;

        @Override
        public Serializable hand(RemoteTraining to) throws DataException {
            return Assignment.of(to.begins(attempt));
        }
    }

    /** An event, as JSON. */
    record Event(long training, int attempt, String json) implements TrialMessage {
        private static final long serialVersionUID = 1L;

        static Event of(long training, int attempt, RunEvent event) {
            return new Event(training, attempt, RunJson.event(event).toString());
        }

        @Override
        public Serializable hand(RemoteTraining to) {
            return to.event(attempt, RunJson.event(json));
        }
    }

    /** The model after an epoch. */
    record Model(long training, int attempt, String epoch, NamedArrays weights, Figures figures)
            implements TrialMessage {
        private static final long serialVersionUID = 1L;

        @Override
        public Serializable hand(RemoteTraining to) {
            RunEvent.EpochDone done = (RunEvent.EpochDone) RunJson.event(epoch);
            return to.model(attempt, done, weights.weights(), figures.evaluation());
        }
    }

    /** The figures on the test part. */
    record Tested(long training, int attempt, String event, Figures figures) implements TrialMessage {
        private static final long serialVersionUID = 1L;

        @Override
        public Serializable hand(RemoteTraining to) {
            return to.tested(attempt, (RunEvent.Tested) RunJson.event(event), figures.evaluation());
        }
    }

    /** The training's state after an epoch. */
    record State(long training, int attempt, String epoch, NamedArrays arrays) implements TrialMessage {
        private static final long serialVersionUID = 1L;

        @Override
        public Serializable hand(RemoteTraining to) {
            Weights state = arrays.weights();
            return to.checkpoint(attempt, (RunEvent.EpochDone) RunJson.event(epoch), state);
        }
    }

    /** Polls for requests to the trial. */
    record Asked(long training, int attempt) implements TrialMessage {
        private static final long serialVersionUID = 1L;

        @Override
        public Serializable hand(RemoteTraining to) {
            return to.asked(attempt);
        }
    }

    /** The figures of a model, with the values of each user for metrics that have them. */
    record Figures(LinkedHashMap<String, Double> means, HashMap<String, double[]> users) implements Serializable {
        private static final long serialVersionUID = 1L;

        static Figures of(Evaluation evaluation) {
            HashMap<String, double[]> users = new HashMap<>();
            for (String metric : evaluation.means().keySet()) {
                users.put(metric, evaluation.perUser(metric));
            }
            return new Figures(new LinkedHashMap<>(evaluation.means()), users);
        }

        Evaluation evaluation() {
            Map<String, double[]> known = new HashMap<>(users);
            known.values().removeIf(figures -> figures.length == 0);
            return Evaluation.of(means, known);
        }
    }
}
