package dev.nara.neumf;

/** Ranks the whole catalogue for many users at once; an interface for comparing the speed of implementations. */
public interface CatalogueRanker extends AutoCloseable {
    /** The {@code k} best items of each user, best first: [users][k]. */
    int[][] top(int[] users, int k);

    @Override
    void close();
}
