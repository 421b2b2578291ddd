package dev.nara.eval;

import java.util.List;

/** Estimates how many more seeds would make a difference real, assuming that it and its spread stay the same. */
public final class SeedsToSettle {
    /** No more than this are proposed. */
    private static final int MOST = 9;

    private SeedsToSettle() {}

    /**
     * More seeds that each group would need; 0 if the difference is already real, or if no number of seeds would help because the variance
     * over users is too large.
     */
    public static int of(Significance.Group first, Significance.Group second) {
        double[] a = first.byUser();
        double[] b = second.byUser();
        double[] differences = new double[a.length];
        for (int u = 0; u < a.length; u++) {
            differences[u] = a[u] - b[u];
        }
        if (a.length < 2) {
            return 0;
        }
        double deviation = Significance.deviation(differences);
        double difference = Significance.mean(differences);
        Chance.Part byUsers = new Chance.Part(deviation * deviation / a.length, a.length - 1);
        for (int more = 0; more <= MOST; more++) {
            List<Chance.Part> parts =
                    List.of(byUsers, first.bySeeds(first.seeds() + more), second.bySeeds(second.seeds() + more));
            boolean enough = more >= Math.max(first.seedsWanted(), second.seedsWanted());
            if (enough && Chance.of(difference, parts) < Significance.LEVEL) {
                return more;
            }
        }
        return 0;
    }
}
