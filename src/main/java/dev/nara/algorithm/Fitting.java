package dev.nara.algorithm;

import java.util.List;
import java.util.Map;

/** A training under way. Not safe for use by several threads at once. */
public interface Fitting extends AutoCloseable {
    /** The parameter, of algorithms that have it, that names the runs {@link #startFrom} is given the weights of. */
    String START_FROM = "start_from";

    /** The parameter, of algorithms that have it, that names the attribute by which users are grouped. */
    String GROUP = "group";

    /** The parameter, of algorithms that have it, that says how many examples a step of the optimiser takes. */
    String BATCH_SIZE = "batch_size";

    /** A stretch of training: its name, and how many epochs it takes; 0 leaves that to the caller. */
    record Phase(String name, int epochs) {}

    /** The stretches in order; the last is the training proper, whose epochs the caller decides. */
    List<Phase> phases();

    /** How many numbers are learnt. */
    long parameterCount();

    /**
     * Trains one epoch and says how far it is; whatever the progress throws ends the epoch.
     *
     * @return the mean loss an example
     */
    double epoch(EpochProgress progress);

    /**
     * How the last epoch's learning went, by name: {@code rate} the learning rate, {@code gradient} the norm of the layers'
     * gradient, {@code update.X} how far the last step moved the weights X it touched, as a share of their norm. Empty where
     * nothing is known.
     */
    default Map<String, Double> health() {
        return Map.of();
    }

    /** What has been learnt so far, as a value that later epochs do not change. */
    Recommender recommender();

    /**
     * All that a training needs to go on between two epochs, as it is now; to be stored before the next epoch changes it.
     * Empty where the first epoch is the last.
     */
    default Weights state() {
        return new Weights();
    }

    /**
     * Begins with weights that other trainings learnt, before the first epoch: of the same model, or of its halves, which
     * are then joined.
     *
     * @throws IllegalArgumentException if they are not of this model or its halves
     */
    default void startFrom(List<Weights> learnt) {
        throw new IllegalArgumentException();
    }

    /**
     * Goes on where another training of the same input, values and seed was, to the very same results; before the first
     * epoch.
     *
     * @throws IllegalArgumentException if the state is not of such a training
     */
    default void resume(Weights state) {}

    @Override
    void close();
}
