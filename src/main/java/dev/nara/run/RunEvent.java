package dev.nara.run;

import dev.nara.spec.Part;
import dev.nara.spec.RunSettings;
import dev.nara.split.AllRows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The events of a run, in order. Immutable; stored as JSON and replayed when a run is reopened. */
public sealed interface RunEvent {
    /** The finished epochs, in order. */
    static List<EpochDone> epochs(List<RunEvent> events) {
        return events.stream()
                .filter(EpochDone.class::isInstance)
                .map(EpochDone.class::cast)
                .toList();
    }

    /** The part on which these epochs were evaluated; if unrecorded, that of runs of earlier versions. */
    static Part epochPart(List<RunEvent> events) {
        return events.stream()
                .filter(Started.class::isInstance)
                .map(started -> ((Started) started).epochPart())
                .findFirst()
                .orElse(Part.TEST);
    }

    /** The figures on the test part; empty before the end of a run, and if the test part decides. */
    static Optional<Tested> tested(List<RunEvent> events) {
        return events.stream()
                .filter(Tested.class::isInstance)
                .map(Tested.class::cast)
                .findFirst();
    }

    /** The losses of batches, in order. */
    static List<Batch> batches(List<RunEvent> events) {
        return events.stream()
                .filter(Batch.class::isInstance)
                .map(Batch.class::cast)
                .toList();
    }

    /** Whether it only reports progress and is not stored. */
    default boolean passing() {
        return this instanceof Batch || this instanceof Evaluating;
    }

    /** Whether it is the last event, unless the run is resumed. */
    default boolean last() {
        return this instanceof Finished
                || this instanceof Cancelled
                || this instanceof Failed
                || this instanceof Interrupted
                || (this instanceof Paused paused && paused.left());
    }

    /**
     * Training begins. Popularity's figures on the part that decides are the baseline that every run is compared with.
     *
     * @param evaluatedUsers on the part that decides
     * @param validation how that part was made, as in {@code --validation}; {@code none} if the test part decides
     * @param data the name of the data
     */
    record Started(
            String algorithm,
            int users,
            int items,
            int interactions,
            long parameters,
            int epochs,
            String split,
            String candidates,
            int evaluatedUsers,
            Map<String, Double> baseline,
            String validation,
            String data)
            implements RunEvent {
        /** Runs of earlier versions had no validation part, and did not store the name of their data. */
        public Started {
            validation = Objects.requireNonNullElse(validation, RunSettings.ON_TEST);
            data = Objects.requireNonNullElse(data, "");
        }

        /** Whether the best epoch is chosen on the test part. */
        public boolean chosenOnTest() {
            return validation.equals(RunSettings.ON_TEST);
        }

        /** Whether no epoch is evaluated and none chosen: the last one is evaluated on the test part. */
        public boolean onlyTested() {
            return validation.equals(RunSettings.FIXED) && !split.equals(AllRows.NAME);
        }

        /** The part on which epochs are evaluated. */
        public Part epochPart() {
            return chosenOnTest() ? Part.TEST : Part.VALIDATION;
        }
    }

    /**
     * A batch is done; stored separately from the other events. Loss is the mean per example of this batch.
     *
     * @param done examples of this epoch so far
     * @param total examples of this epoch
     * @param seconds the run's time so far without pauses
     * @param secondsLeft until the run's end; NaN if unknown
     */
    record Batch(String phase, int epoch, long done, long total, double loss, double seconds, double secondsLeft)
            implements RunEvent {}

    /**
     * Users are being ranked; not stored.
     *
     * @param epoch being evaluated; 0 for the evaluation of the best epoch's model on the test part, after the last epoch
     */
    record Evaluating(int epoch, int done, int total) implements RunEvent {
        /** Whether it is the evaluation after the last epoch. */
        public boolean atEnd() {
            return epoch == 0;
        }
    }

    /**
     * An epoch was trained and, if due, evaluated on the part that decides, see {@link Started}. Epochs count from 1 within their phase;
     * loss is the mean per example; metrics are empty without an evaluation, as in pretraining. For health see
     * {@link dev.nara.algorithm.Fitting#health}.
     */
    record EpochDone(
            String phase,
            int epoch,
            double loss,
            double seconds,
            double examplesPerSecond,
            double evaluationSeconds,
            Map<String, Double> metrics,
            boolean best,
            Map<String, Double> health)
            implements RunEvent {

        /** Epochs of earlier versions have no health. */
        public EpochDone {
            health = health == null ? Map.of() : health;
        }

        /** The number of examples trained on. */
        public double examples() {
            return seconds * examplesPerSecond;
        }
    }

    /**
     * The run pauses, before or during the epoch after {@code epoch}, which is 0 if none is finished.
     *
     * @param left whether its process gave it up, so that another can resume it after that epoch
     */
    record Paused(String phase, int epoch, boolean left) implements RunEvent {}

    /**
     * The run continues after {@code epoch}.
     *
     * @param takenUp whether another process resumed it, so that an unfinished next epoch starts over
     */
    record Resumed(String phase, int epoch, boolean takenUp) implements RunEvent {}

    /** The run stopped because it could not be stored; it can be resumed. {@code bestEpoch} is 0 if no epoch was finished. */
    record Interrupted(String message, int bestEpoch) implements RunEvent {}

    /**
     * The model of the best epoch is evaluated on the test part, once, after the last epoch. If the test part decides, only users without
     * training rows are evaluated, if they are evaluated apart, and the other figures are empty.
     *
     * @param epoch the best one
     * @param metrics of users with training rows
     * @param users their number
     * @param coldMetrics of users without training rows, if evaluated apart
     * @param coldUsers their number
     * @param baseline popularity's figures on the test part
     */
    record Tested(
            int epoch,
            Map<String, Double> metrics,
            int users,
            Map<String, Double> coldMetrics,
            int coldUsers,
            Map<String, Double> baseline)
            implements RunEvent {}

    /** The run ended after its last epoch or by early stopping; the metrics are its final figures. */
    record Finished(int bestEpoch, Map<String, Double> metrics, double seconds, boolean stoppedEarly)
            implements RunEvent {}

    /**
     * The run was cancelled; finished epochs are kept, and the metrics are on the part that decides. {@code bestEpoch} is 0 if there is
     * none.
     */
    record Cancelled(int bestEpoch, Map<String, Double> metrics, double seconds) implements RunEvent {}

    /**
     * The run cannot continue; its last good state is kept. {@code bestEpoch} is 0 if there is none.
     *
     * @param diverged whether its loss became NaN or infinite
     */
    record Failed(String message, int bestEpoch, String details, boolean diverged) implements RunEvent {
        /** Failed for a reason other than its loss. */
        public Failed(String message, int bestEpoch, String details) {
            this(message, bestEpoch, details, false);
        }
    }
}
