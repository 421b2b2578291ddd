package dev.nara.neumf;

/**
 * Scores the catalogue on a device that holds a model's items. A user comes as its share of the first layer with the bias, [width
 * of layer 0], and its GMF embedding times the output weights, [gmf]; arrays of several users hold them one after the other.
 * For one thread at a time.
 */
public interface CatalogueScorer extends AutoCloseable {
    /** How many users at a time are worth a call. */
    int usersAtATime();

    /** The scores of all items: [users × items]. */
    float[] scores(int users, float[] parts, float[] factors);

    /** The score of {@code items[n]} for the user in place {@code rows[n]}: [pairs]. */
    float[] scores(int users, float[] parts, float[] factors, int[] rows, int[] items);

    /**
     * Fills in the best of each user, best first, those of the same score in any order.
     *
     * @param leftOutRows the places of users, each with an item in {@code leftOutItems} whose score is to be minus infinity
     */
    void top(int users, float[] parts, float[] factors, int[] leftOutRows, int[] leftOutItems, Top into);

    /** What {@link #top} fills. */
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

        /** How many a user. */
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
