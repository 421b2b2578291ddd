package dev.nara.algorithm;

import java.util.List;
import java.util.Map;

/** A training in progress. Not thread-safe. */
public interface Fitting extends AutoCloseable {
    /** The parameter, where an algorithm has it, that names the runs whose weights are passed to {@link #startFrom}. */
    String START_FROM = "start_from";

    /** The parameter, where an algorithm has it, that names the attribute by which users are grouped. */
    String GROUP = "group";

    /** The parameter, where an algorithm has it, for the number of examples per optimiser step. */
    String BATCH_SIZE = "batch_size";

    /** A phase of training: its name and number of epochs; 0 lets the caller decide. */
    record Phase(String name, int epochs) {}

    /** The phases in order; the last is the main one, whose epochs the caller decides. */
    List<Phase> phases();

    /** The number of trained parameters. */
    long parameterCount();

    /**
     * Trains one epoch and reports its progress; an exception thrown by {@code progress} ends the epoch.
     *
     * @return the mean loss per example
     */
    double epoch(EpochProgress progress);

    /**
     * Diagnostics of the last epoch by name: {@code rate} is the learning rate, {@code gradient} the norm of the layers' gradient,
     * {@code update.X} how far the last step moved the weights X, relative to their norm. Empty if unknown.
     */
    default Map<String, Double> health() {
        return Map.of();
    }

    /** The model as trained so far; later epochs do not change it. */
    Recommender recommender();

    /**
     * The complete state needed to resume the training after this epoch; store it before the next epoch changes it. Empty if training takes
     * a single epoch.
     */
    default Weights state() {
        return new Weights();
    }

    /**
     * Sets initial weights from other trainings, before the first epoch: of the same model, or of its halves, which are joined.
     *
     * @throws IllegalArgumentException if they do not belong to this model or its halves
     */
    default void startFrom(List<Weights> learnt) {
        throw new IllegalArgumentException();
    }

    /**
     * Continues another training with the same input, values and seed, with identical results; call it before the first epoch.
     *
     * @throws IllegalArgumentException if the state does not belong to such a training
     */
    default void resume(Weights state) {}

    @Override
    void close();
}
