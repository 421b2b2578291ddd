package dev.nara.algorithm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A trained model that scores items for users; higher is better, and scores are comparable within a user only. Thread-safe. */
public interface Recommender {
    /** The number of items in the catalogue. */
    int items();

    /** Receives scores of the catalogue, in consecutive ranges of items. */
    @FunctionalInterface
    interface Scores {
        /**
         * The scores of the n-th user for items {@code first} … {@code first + count - 1}, at {@code scores[from]} …; the array is reused
         * after the call.
         */
        void stretch(int n, int first, float[] scores, int from, int count);
    }

    /**
     * Scores the whole catalogue for some users, each item once per user, in ascending ranges. Several users at a time are much faster than
     * one; no array of all scores is kept.
     */
    void scores(int[] users, Scores to);

    /** Scores the whole catalogue: out has shape [items]. */
    default void scores(int user, float[] out) {
        scores(new int[] {user}, (n, first, scores, from, count) -> System.arraycopy(scores, from, out, first, count));
    }

    /** Scores some items: out[i] belongs to items[i]. */
    void scores(int user, int[] items, float[] out);

    /** Scores some items for each of some users: out[n][i] belongs to items[n][i]. */
    default void scores(int[] users, int[][] items, float[][] out) {
        for (int n = 0; n < users.length; n++) {
            scores(users[n], items[n], out[n]);
        }
    }

    /** The number of users for which scoring together is fastest. */
    default int usersAtATime() {
        return 12;
    }

    /**
     * Passes on the scores of at least the {@code k} best items of some users, in any order, if that is faster than scoring all items;
     * returns false, without scores, if it is not.
     *
     * @param leftOut distinct items that do not count among a user's best, though their scores may be passed on: [users][items]
     */
    default boolean best(int[] users, int k, int[][] leftOut, Scores to) {
        return false;
    }

    /**
     * Runs work for many users with a recommender that has the same scores and is fast for that many: if a device scores them faster, it
     * holds the model until the work ends, normally or not.
     */
    default void forUsers(int count, Consumer<Recommender> work) {
        work.accept(this);
    }

    /** The parts that a score is made of, which add up to it; empty if it cannot be explained. */
    default List<Reason> why(int user, int item) {
        return List.of();
    }

    /** An item's learned embedding, in which similar items are close; empty if there is none. */
    default float[] vector(int item) {
        return new float[0];
    }

    /**
     * A copy in which the parameters of some users are fitted anew to other histories (fold-in); everything else stays, the users' side
     * features included. Empty if no parameters are learned per user, so that the input's rows say it all, or if they cannot be fitted
     * alone.
     *
     * @param histories shape [users][distinct items]
     */
    default Optional<Recommender> refitted(int[] users, int[][] histories) {
        return Optional.empty();
    }

    /**
     * What each side feature contributes to a score: the score minus what it would be with the feature's average over all users or items;
     * by name, empty without side features.
     */
    default Map<String, Double> featureEffects(int user, int item) {
        return Map.of();
    }

    /** All trained parameters, from which this recommender can be restored. */
    Weights weights();

    /**
     * The weights with everything else that a recommender of some of the users needs, see {@link Algorithm#restoreSome}: arrays whose first
     * axis is users can be cut, others are needed whole.
     */
    default Weights weightsWithUserState() {
        return weights();
    }
}
