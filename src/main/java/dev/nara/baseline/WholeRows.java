package dev.nara.baseline;

import dev.nara.algorithm.Recommender;
import java.util.Arrays;

/** A recommender that scores the whole catalogue of one user at a time. */
abstract class WholeRows implements Recommender {
    private final int items;

    WholeRows(int items) {
        this.items = items;
    }

    /** Adds the user's scores to {@code out}, which is zero at first: shape [items]. */
    abstract void add(int user, float[] out);

    @Override
    public final int items() {
        return items;
    }

    @Override
    public final void scores(int[] users, Scores to) {
        float[] row = new float[items];
        for (int n = 0; n < users.length; n++) {
            Arrays.fill(row, 0);
            add(users[n], row);
            to.stretch(n, 0, row, 0, items);
        }
    }

    @Override
    public final void scores(int user, int[] of, float[] out) {
        float[] row = new float[items];
        add(user, row);
        for (int i = 0; i < of.length; i++) {
            out[i] = row[of[i]];
        }
    }
}
