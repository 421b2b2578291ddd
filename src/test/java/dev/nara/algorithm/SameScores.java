package dev.nara.algorithm;

/** Scores item i alike for every user. */
public final class SameScores implements Recommender {
    private final float[] all;

    /** One score an item. */
    public SameScores(float... all) {
        this.all = all.clone();
    }

    @Override
    public int items() {
        return all.length;
    }

    @Override
    public void scores(int[] users, Scores to) {
        for (int n = 0; n < users.length; n++) {
            to.stretch(n, 0, all, 0, all.length);
        }
    }

    @Override
    public void scores(int user, int[] items, float[] out) {
        for (int i = 0; i < items.length; i++) {
            out[i] = all[items[i]];
        }
    }

    @Override
    public Weights weights() {
        return new Weights();
    }
}
