package dev.nara.algorithm;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way to train a recommender. */
public interface Algorithm {
    /** The name, as in {@code --algorithm}. */
    String id();

    /** What can be set. */
    List<Parameter> parameters();

    /** The parameters in the groups that a form shows them in: all of them, in their order. */
    default List<Group> groups() {
        return List.of(new Group("model", parameters()));
    }

    /** Parameters that belong together; the group's heading is the text {@code group.NAME}. */
    record Group(String name, List<Parameter> parameters) {}

    /**
     * What people change first, in that order; a form shows this at once and the rest on demand. Unless said otherwise, the first few of what a
     * search varies.
     */
    default List<Essential> essentials() {
        return parameters().stream()
                .filter(parameter -> parameter.search().map(SearchRange::usual).orElse(false))
                .limit(4)
                .map(parameter -> Essential.of(parameter.name()))
                .toList();
    }

    /** Named settings. */
    default List<Preset> presets() {
        return List.of();
    }

    /** Why it cannot train on this machine; empty when it can. */
    default Optional<Text> unavailable() {
        return Optional.empty();
    }

    /** Whether another seed gives another result. */
    default boolean random() {
        return true;
    }

    /** Whether a user's scores come from the user's rows of the input and not from something learnt of that user. */
    default boolean ownHistoryCounts() {
        return true;
    }

    /** Whether what a user had before comes first in its lists: where nobody has an item twice, that says nothing. */
    default boolean recommendsRepeats() {
        return false;
    }

    /** What it can be computed with, the usual first; empty where there is no choice. */
    default List<? extends Engine> engines() {
        return List.of();
    }

    /**
     * The engine that a training would use, {@link Engine#AUTO} resolved; "" where there is no choice.
     *
     * @throws DataException if there is none of the name that the input has
     */
    default String engine(TrainingInput input, ParameterValues values) throws DataException {
        return engines().isEmpty()
                ? ""
                : Engine.choose(engines(), input.engine()).id();
    }

    /**
     * Examples a second by engine, as measured once on this machine for models of this size; empty where nothing was, as
     * where there is but one engine.
     */
    default Map<String, Double> engineSpeeds(TrainingInput input, ParameterValues values) throws DataException {
        return Map.of();
    }

    /**
     * Makes sure that training could start on a device that nobody uses, without starting it.
     *
     * @throws DataException as {@link #start} would
     */
    default void check(TrainingInput input, ParameterValues values) throws DataException {}

    /**
     * Makes sure that what is free of the device now, which no other run of the workspace uses, suffices.
     *
     * @throws DataException as {@link #start} would
     */
    default void checkRoom(TrainingInput input, ParameterValues values) throws DataException {}

    /**
     * What a training would take, without beginning it; empty where it is not known.
     *
     * @throws DataException as {@link #start} would
     */
    default Optional<Cost> cost(TrainingInput input, ParameterValues values) throws DataException {
        return Optional.empty();
    }

    /** Epochs of pretraining, which come before the training proper. */
    default int pretraining(ParameterValues values) {
        return 0;
    }

    /** The same values for the training proper alone. */
    default ParameterValues withoutPretraining(ParameterValues values) throws DataException {
        return values;
    }

    /** The GPUs of which a training on an engine and a device takes one; empty where the processor trains. */
    default List<NamedGpu> gpus(String engine, String device) {
        return engines().stream()
                .filter(one -> one.id().equals(engine))
                .flatMap(one -> one.namedGpus(device).stream())
                .toList();
    }

    /** The same whose models are scored, and whose engines are measured, on a GPU only in its turn; a training has a GPU of its own. */
    default Algorithm sharing(GpuShare gpus) {
        return this;
    }

    /**
     * Prepares to train; one seed gives one result.
     *
     * @throws DataException if the values do not fit the data, such as a side feature that is not there
     */
    Fitting start(TrainingInput input, ParameterValues values, long seed) throws DataException;

    /**
     * Makes the recommender that {@link Recommender#weights} came from.
     *
     * @throws DataException if the weights are not of this algorithm, these values and this data
     */
    Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException;

    /** Whether a user's scores need nothing of other users, once it is trained, so that users can be scored in many places. */
    default boolean scoresUsersIndependently() {
        return true;
    }

    /**
     * Makes the recommender of some users alone, numbered anew, from what {@link Recommender#weightsWithUserState} gave of all.
     *
     * @param some the rows of these users; nothing else is known of them and of items but the calendar
     * @param weights of which the arrays whose first axis are users have a row for each of these
     * @throws DataException as {@link #restore}
     */
    default Recommender restoreSome(TrainingInput some, ParameterValues values, Weights weights) throws DataException {
        return restore(some, values, weights);
    }
}
