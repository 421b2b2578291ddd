package dev.nara.algorithm;

/** Scores items for users; higher is better, and scores compare within a user only. Safe for many threads. */
public interface Recommender {
    /** How many items the catalogue has. */
    int items();

    /** Scores of the whole catalogue: out has shape [items]. */
    void scores(int user, float[] out);

    /** Scores of some items: out[i] belongs to items[i]. */
    void scores(int user, int[] items, float[] out);

    /** Everything learnt, enough to make this recommender again. */
    Weights weights();
}
