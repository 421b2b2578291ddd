package dev.nara.algorithm;

import java.util.List;

/** Scores items for users; higher is better, and scores compare within a user only. Safe for many threads. */
public interface Recommender {
    /** How many items the catalogue has. */
    int items();

    /** Hears the scores of the catalogue, a stretch of items at a time. */
    @FunctionalInterface
    interface Scores {
        /**
         * The n-th user's scores of items {@code first} … {@code first + count - 1} are {@code scores[from]} …; the array
         * is only lent.
         */
        void stretch(int n, int first, float[] scores, int from, int count);
    }

    /**
     * Scores the whole catalogue for some users, each item once a user, stretches in ascending order. A dozen users at a
     * time is much faster than one, and no list of all scores is kept.
     */
    void scores(int[] users, Scores to);

    /** Scores of the whole catalogue: out has shape [items]. */
    default void scores(int user, float[] out) {
        scores(new int[] {user}, (n, first, scores, from, count) -> System.arraycopy(scores, from, out, first, count));
    }

    /** Scores of some items: out[i] belongs to items[i]. */
    void scores(int user, int[] items, float[] out);

    /** What a score is made of, the parts adding up to it; empty where it cannot be told. */
    default List<Reason> why(int user, int item) {
        return List.of();
    }

    /** What was learnt of an item as one vector, in which near items are alike; empty where there is none. */
    default float[] vector(int item) {
        return new float[0];
    }

    /** Everything learnt, enough to make this recommender again. */
    Weights weights();
}
