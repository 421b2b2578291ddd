package dev.nara.algorithm;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way to train a recommender. */
public interface Algorithm {
    /** The id, as in {@code --algorithm}. */
    String id();

    /** The hyper-parameters. */
    List<Parameter> parameters();

    /** All parameters in order, in the groups that a form shows. */
    default List<Group> groups() {
        return List.of(new Group("model", parameters()));
    }

    /** Parameters that belong together; the group's heading is the text {@code group.NAME}. */
    record Group(String name, List<Parameter> parameters) {}

    /**
     * The parameters that users change most, in order; a form shows them at once and the rest on demand. By default, the first few that a
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

    /** Why it cannot train on this machine; empty if it can. */
    default Optional<Text> unavailable() {
        return Optional.empty();
    }

    /** Whether another seed gives another result. */
    default boolean random() {
        return true;
    }

    /** Whether a user's scores are computed from the user's rows in the input, without parameters learned per user. */
    default boolean ownHistoryCounts() {
        return true;
    }

    /** Whether it ranks a user's known items first, which is useless for data in which no user repeats an item. */
    default boolean recommendsRepeats() {
        return false;
    }

    /** The engines that can train it, the default first; empty if there is no choice. */
    default List<? extends Engine> engines() {
        return List.of();
    }

    /**
     * The engine that a training would use, {@link Engine#AUTO} resolved; "" if there is no choice.
     *
     * @throws DataException if the input names an unknown engine
     */
    default String engine(TrainingInput input, ParameterValues values) throws DataException {
        return engines().isEmpty()
                ? ""
                : Engine.choose(engines(), input.engine()).id();
    }

    /**
     * Examples per second by engine, as measured once on this machine for models of this size; empty if nothing was measured, as with a
     * single engine.
     */
    default Map<String, Double> engineSpeeds(TrainingInput input, ParameterValues values) throws DataException {
        return Map.of();
    }

    /**
     * Checks that training could start on an idle device, without starting it.
     *
     * @throws DataException as {@link #start} would
     */
    default void check(TrainingInput input, ParameterValues values) throws DataException {}

    /**
     * Checks that the memory now free on the device, which no other run of the workspace uses, suffices.
     *
     * @throws DataException as {@link #start} would
     */
    default void checkRoom(TrainingInput input, ParameterValues values) throws DataException {}

    /**
     * What a training would need, without starting it; empty if unknown.
     *
     * @throws DataException as {@link #start} would
     */
    default Optional<Cost> cost(TrainingInput input, ParameterValues values) throws DataException {
        return Optional.empty();
    }

    /** The number of pretraining epochs, which precede the main phase. */
    default int pretraining(ParameterValues values) {
        return 0;
    }

    /** The values without pretraining. */
    default ParameterValues withoutPretraining(ParameterValues values) throws DataException {
        return values;
    }

    /** The GPUs of which a training with this engine and device uses one; empty if it runs on the processor. */
    default List<NamedGpu> gpus(String engine, String device) {
        return engines().stream()
                .filter(one -> one.id().equals(engine))
                .flatMap(one -> one.namedGpus(device).stream())
                .toList();
    }

    /**
     * A copy that uses GPUs for scoring and for measuring engines only in turn, as {@code gpus} arranges; trainings hold a GPU of their
     * own.
     */
    default Algorithm sharing(GpuShare gpus) {
        return this;
    }

    /**
     * Prepares a training; the same seed gives the same result.
     *
     * @throws DataException if the values do not fit the data, for instance a missing side feature
     */
    Fitting start(TrainingInput input, ParameterValues values, long seed) throws DataException;

    /**
     * Restores the recommender whose {@link Recommender#weights} these are.
     *
     * @throws DataException if the weights do not belong to this algorithm, these values and this data
     */
    Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException;

    /** Whether a trained model scores a user without data of other users, so that users can be scored in separate processes. */
    default boolean scoresUsersIndependently() {
        return true;
    }

    /**
     * Restores a recommender for some users, renumbered from 0, from {@link Recommender#weightsWithUserState} of all.
     *
     * @param some the rows of these users, items as in the whole data
     * @param weights in which arrays with users as their first axis have one row for each of these
     * @throws DataException as {@link #restore}
     */
    default Recommender restoreSome(TrainingInput some, ParameterValues values, Weights weights) throws DataException {
        return restore(some, values, weights);
    }
}
