package dev.nara.search.outcome;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Divides evaluated users into two fixed random halves. A study searches on one half: the sampler, the races and the user see only its
 * figures. Whether the chosen setting is better than the preset is tested on the other half, on which nothing was chosen except one among
 * the few confirmed settings. The best of many settings on some users is biased upwards on these users, whatever the seed, and correcting
 * for the number of trials does not help, because each trial was proposed from the gains of earlier ones on the same users.
 */
public final class UserHalves {
    private static final long DRAW = 21;

    private final int[] searched;
    private final int[] judged;

    private UserHalves(int[] searched, int[] judged) {
        this.searched = searched;
        this.judged = judged;
    }

    /** The halves of this many users, always the same for a number; an odd user goes to the search half. */
    public static UserHalves of(int users) {
        int[] order = IntStream.range(0, users).toArray();
        SplittableRandom random = new SplittableRandom(DRAW);
        for (int n = users - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = order[n];
            order[n] = order[other];
            order[other] = kept;
        }
        int half = (users + 1) / 2;
        int[] searched = Arrays.copyOf(order, half);
        int[] judged = Arrays.copyOfRange(order, half, users);
        Arrays.sort(searched);
        Arrays.sort(judged);
        return new UserHalves(searched, judged);
    }

    /** Indices of the users of the search half, ascending. */
    public int[] searched() {
        return searched.clone();
    }

    /** Indices of the users of the test half, ascending. */
    public int[] judged() {
        return judged.clone();
    }

    /** The figures of the search half, out of those of all users. */
    public static double[] searched(double[] figures) {
        return Arrays.stream(of(figures.length).searched)
                .mapToDouble(u -> figures[u])
                .toArray();
    }
}
