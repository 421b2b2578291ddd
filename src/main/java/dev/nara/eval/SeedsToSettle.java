package dev.nara.eval;

import java.util.List;

/** How many more seeds would make a difference real, if it and its spread stay as they are. */
public final class SeedsToSettle {
    /** More than so many are not proposed. */
    private static final int MOST = 9;

    private SeedsToSettle() {}

    /**
     * More seeds that each of the groups would need; 0 where the difference is real as it is, and where none would help, the chance
     * of users being too large.
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
