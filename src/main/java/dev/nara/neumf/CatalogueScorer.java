package dev.nara.neumf;

/**
 * Scores the catalogue on a device that holds a model's items. A user is given as its share of the first layer with the bias, [width of
 * layer 0], and its GMF embedding times the output weights, [gmf]; arrays for several users are concatenated. Not thread-safe.
 */
public interface CatalogueScorer extends AutoCloseable {
    /** From this number of users on, a call is worthwhile. */
    int usersAtATime();

    /** The scores of all items: [users × items]. */
    float[] scores(int users, float[] parts, float[] factors);

    /** The score of {@code items[n]} for the user at index {@code rows[n]}: [pairs]. */
    float[] scores(int users, float[] parts, float[] factors, int[] rows, int[] items);

    /**
     * Fills in the top items of each user, best first, ties in any order.
     *
     * @param leftOutRows indices of users, each with an item in {@code leftOutItems} to exclude
     */
    void top(int users, float[] parts, float[] factors, int[] leftOutRows, int[] leftOutItems, Top into);

    /** The result of {@link #top}. */
    final class Top {
        private final int k;
        private final long[] items;
        private final float[] scores;

        /** For so many users. */
        public Top(int users, int k) {
            this.k = k;
            items = new long[users * k];
            scores = new float[users * k];
        }

        /** The number of items per user. */
        public int k() {
            return k;
        }

        /** [users × k]. */
        public long[] items() {
            return items;
        }

        /** [users × k]. */
        public float[] scores() {
            return scores;
        }
    }

    @Override
    void close();
}
