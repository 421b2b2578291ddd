package dev.nara.algorithm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Scores items for users; higher is better, and scores compare within a user only. Safe for many threads. */
public interface Recommender {
    /** How many items the catalogue has. */
    int items();

    /** Receives the scores of the catalogue, one stretch of items after the other. */
    @FunctionalInterface
    interface Scores {
        /**
         * The n-th user's scores of items {@code first} … {@code first + count - 1} are {@code scores[from]} …; the array
         * is reused after the call.
         */
        void stretch(int n, int first, float[] scores, int from, int count);
    }

    /**
     * Scores the whole catalogue for some users, each item once a user, stretches in ascending order. Several users at
     * a time are much faster than one, and no list of all scores is kept.
     */
    void scores(int[] users, Scores to);

    /** Scores of the whole catalogue: out has shape [items]. */
    default void scores(int user, float[] out) {
        scores(new int[] {user}, (n, first, scores, from, count) -> System.arraycopy(scores, from, out, first, count));
    }

    /** Scores of some items: out[i] belongs to items[i]. */
    void scores(int user, int[] items, float[] out);

    /** Scores of some items each of some users: out[n][i] belongs to items[n][i]. */
    default void scores(int[] users, int[][] items, float[][] out) {
        for (int n = 0; n < users.length; n++) {
            scores(users[n], items[n], out[n]);
        }
    }

    /** How many users at a time are scored fastest. */
    default int usersAtATime() {
        return 12;
    }

    /**
     * Tells the scores of the items that are the {@code k} best of some users, or of more items, in any order, where that is
     * faster than to tell all; false where nothing was told.
     *
     * @param leftOut items, distinct, that a user's best are not taken from; they may be told all the same: [users][items]
     */
    default boolean best(int[] users, int k, int[][] leftOut, Scores to) {
        return false;
    }

    /**
     * Does work on so many users with a recommender of the same scores that is fast for them: where a device scores many users
     * faster, it holds the model until the work ends, however it ends, and no longer.
     */
    default void forUsers(int count, Consumer<Recommender> work) {
        work.accept(this);
    }

    /** What a score is made of, the parts adding up to it; empty where it cannot be told. */
    default List<Reason> why(int user, int item) {
        return List.of();
    }

    /** What was learnt of an item as one vector, in which near items are alike; empty where there is none. */
    default float[] vector(int item) {
        return new float[0];
    }

    /**
     * This with what belongs to some users learnt again, each from another history; all else stays, and the users' side
     * features too. Empty where nothing learnt belongs to a user, so that what the input's rows say is all there is, or where
     * it cannot be learnt alone.
     *
     * @param histories shape [users][distinct items]
     */
    default Optional<Recommender> refitted(int[] users, int[][] histories) {
        return Optional.empty();
    }

    /**
     * What each side feature adds to a score: the score less what it would be with the feature's average in its place, over
     * all users or items; by name, empty where there are none.
     */
    default Map<String, Double> featureEffects(int user, int item) {
        return Map.of();
    }

    /** Everything learnt, enough to make this recommender again. */
    Weights weights();

    /**
     * The weights with all else that a recommender of some of the users needs, see {@link Algorithm#restoreSome}: arrays
     * whose first axis are users can be cut, the others are of all.
     */
    default Weights weightsWithUserState() {
        return weights();
    }
}
