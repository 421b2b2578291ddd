package dev.nara.eval;

import dev.nara.algorithm.Recommender;

/** Scores the whole catalogue for many users, a block of users after the other on each core. */
final class ScoredRows {
    private static final int BLOCK = 12;

    private ScoredRows() {}

    /** Receives a user's scores of all items; from several threads. */
    interface Sink {
        /** {@code place} is the user's among those that were asked for; the row is its alone. */
        void row(int place, int user, float[] row);
    }

    static void each(Recommender recommender, int[] users, Sink sink) {
        UserBlocks.each(users, BLOCK, (first, some) -> {
            float[][] rows = new float[some.length][recommender.items()];
            recommender.scores(
                    some, (n, item, scores, from, count) -> System.arraycopy(scores, from, rows[n], item, count));
            for (int n = 0; n < some.length; n++) {
                sink.row(first + n, some[n], rows[n]);
            }
        });
    }
}
