package dev.nara.eval;

import dev.nara.algorithm.Recommender;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;

/** Computes the top K of the whole catalogue for many users on all cores; only K items per user are held in memory. */
public final class TopLists {
    private final Recommender recommender;
    private final int k;
    private final IntFunction<int[]> leftOut;
    private final IntBinaryOperator ties;

    /**
     * @param leftOut items excluded from a user's list, ascending
     * @param ties the order of items with equal scores, see {@link Ties}
     */
    public TopLists(Recommender recommender, int k, IntFunction<int[]> leftOut, IntBinaryOperator ties) {
        this.recommender = recommender;
        this.k = k;
        this.leftOut = leftOut;
        this.ties = ties;
    }

    /** Receives each user's list, from any thread; may throw CancellationException to stop. */
    @FunctionalInterface
    public interface Sink {
        /** The n-th user's items, best first, and their scores: both [at most k]. */
        void list(int n, int[] items, float[] scores);
    }

    /** Ranks the catalogue for all these users. */
    public void rank(int[] users, Sink sink) {
        recommender.forUsers(
                users.length,
                fast -> UserBlocks.each(
                        users, fast.usersAtATime(), (first, some) -> rankBlock(fast, some, first, sink)));
    }

    private void rankBlock(Recommender fast, int[] users, int first, Sink sink) {
        ScoreFloor floor = new ScoreFloor(k);
        TopK[] best = new TopK[users.length];
        int[][] without = new int[users.length][];
        for (int n = 0; n < users.length; n++) {
            best[n] = new TopK(k);
            without[n] = leftOut.apply(users[n]);
        }
        Recommender.Scores offered = (n, firstItem, scores, from, count) -> {
            TopK top = best[n];
            float worst = top.size() == k
                    ? top.worst()
                    : Math.max(top.worst(), floor.of(scores, from, count, firstItem, without[n]));
            for (int i = 0; i < count; i++) {
                float score = scores[from + i];
                int item = firstItem + i;
                // Negated, so that NaN passes as well.
                if (!(score < worst) && Arrays.binarySearch(without[n], item) < 0) {
                    top.offer(item, score, ties.applyAsInt(users[n], item));
                    worst = Math.max(worst, top.worst());
                }
            }
        };
        if (!fast.best(users, k, without, offered)) {
            fast.scores(users, offered);
        }
        for (int n = 0; n < users.length; n++) {
            float[] scores = new float[best[n].size()];
            int[] items = best[n].drain(scores);
            sink.list(first + n, items, scores);
        }
    }
}
