package dev.nara.eval;

import dev.nara.algorithm.Recommender;

/** Scores the whole catalogue for many users, in blocks of users, on all cores. */
final class ScoredRows {
    private static final int BLOCK = 12;

    private ScoredRows() {}

    /** Receives a user's scores of all items; called from several threads. */
    interface Sink {
        /** {@code place} is the user's position among those asked for; the row is not reused. */
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
