package dev.nara.run;

import dev.nara.spec.Part;
import dev.nara.spec.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What happens in a run, in order. Immutable; stored as JSON and replayed when a run is reopened. */
public sealed interface RunEvent {
    /** The epochs that were finished, in order. */
    static List<EpochDone> epochs(List<RunEvent> events) {
        return events.stream()
                .filter(EpochDone.class::isInstance)
                .map(EpochDone.class::cast)
                .toList();
    }

    /** The part that figures of these epochs are of; that of runs of earlier versions where nothing says so. */
    static Part epochPart(List<RunEvent> events) {
        return events.stream()
                .filter(Started.class::isInstance)
                .map(started -> ((Started) started).epochPart())
                .findFirst()
                .orElse(Part.TEST);
    }

    /** The figures on the test part; empty before the end, and where the test part decides. */
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

    /** Whether it only says how far the run is, and is not stored. */
    default boolean passing() {
        return this instanceof Batch || this instanceof Evaluating;
    }

    /** Whether nothing comes after it, unless the run is resumed. */
    default boolean last() {
        return this instanceof Finished
                || this instanceof Cancelled
                || this instanceof Failed
                || this instanceof Interrupted
                || (this instanceof Paused paused && paused.left());
    }

    /**
     * Training begins. Popularity's figures on the part that decides are the baseline every run is seen against.
     *
     * @param evaluatedUsers on the part that decides
     * @param validation how that part was cut, as in {@code --validation}; {@code none} where the test part decides
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
        /** Earlier runs had no validation part, and did not name their data. */
        public Started {
            validation = Objects.requireNonNullElse(validation, RunSettings.ON_TEST);
            data = Objects.requireNonNullElse(data, "");
        }

        /** Whether the best epoch is chosen on the part that the run is told on. */
        public boolean chosenOnTest() {
            return validation.equals(RunSettings.ON_TEST);
        }

        /** The part that figures of epochs are of. */
        public Part epochPart() {
            return chosenOnTest() ? Part.TEST : Part.VALIDATION;
        }
    }

    /**
     * A batch is done; kept beside the events. Loss is the mean an example of the last batch.
     *
     * @param done examples of this epoch so far
     * @param total examples of this epoch
     * @param seconds the run's time so far without pauses
     * @param secondsLeft until its end, NaN where it is not known
     */
    record Batch(String phase, int epoch, long done, long total, double loss, double seconds, double secondsLeft)
            implements RunEvent {}

    /**
     * The users are being ranked; not stored.
     *
     * @param epoch that the figures are of; 0 where the model of the best one is told on the test part, after the last
     */
    record Evaluating(int epoch, int done, int total) implements RunEvent {
        /** Whether no epoch follows. */
        public boolean atEnd() {
            return epoch == 0;
        }
    }

    /**
     * An epoch is trained and evaluated on the part that decides, see {@link Started}. Epochs count from 1 within their phase;
     * loss is the mean an example; metrics are empty in a pretraining phase. Health is as {@link dev.nara.algorithm.Fitting#health} says.
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

        /** Older epochs have no health. */
        public EpochDone {
            health = health == null ? Map.of() : health;
        }

        /** How many examples it trained on. */
        public double examples() {
            return seconds * examplesPerSecond;
        }
    }

    /**
     * The run is paused, within or before the epoch that follows the one named; 0 when none is finished.
     *
     * @param left whether its process left it, so that another can resume it from that epoch on
     */
    record Paused(String phase, int epoch, boolean left) implements RunEvent {}

    /**
     * The run goes on after the epoch named.
     *
     * @param takenUp whether another process took it up from there, after which what was begun of the next is done again
     */
    record Resumed(String phase, int epoch, boolean takenUp) implements RunEvent {}

    /** What it could not store stopped it; it can be resumed. bestEpoch is 0 when no epoch was finished. */
    record Interrupted(String message, int bestEpoch) implements RunEvent {}

    /**
     * The model of the best epoch is evaluated on the test part, once in the run, after its last epoch. Where the test part
     * decides, only users without rows to train on are, if they are told apart, and there are no other figures.
     *
     * @param epoch the best one
     * @param metrics of users with rows to train on
     * @param users how many those are
     * @param coldMetrics of the others, where they are told apart
     * @param coldUsers how many those are
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

    /** The run came to its end, by its epochs or by early stopping; the metrics are those it is told by. */
    record Finished(int bestEpoch, Map<String, Double> metrics, double seconds, boolean stoppedEarly)
            implements RunEvent {}

    /** Somebody stopped it; what was finished is kept, the metrics being of the part that decides. bestEpoch is 0 when no epoch was. */
    record Cancelled(int bestEpoch, Map<String, Double> metrics, double seconds) implements RunEvent {}

    /**
     * It could not go on; the last good state is kept. bestEpoch is 0 when there is none.
     *
     * @param diverged whether its loss was no number
     */
    record Failed(String message, int bestEpoch, String details, boolean diverged) implements RunEvent {
        /** For another reason than its loss. */
        public Failed(String message, int bestEpoch, String details) {
            this(message, bestEpoch, details, false);
        }
    }
}
