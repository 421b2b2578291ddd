package dev.nara.search.outcome;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The evaluated users in two halves, drawn once and for all. A study looks for settings on one half: what the sampler is told, what
 * races and persons see. Whether the chosen setting is better than the preset is judged on the other half, which nothing was chosen
 * by but one among the few that are confirmed. The best of many settings on some users is too good on these users, whatever the seed; a
 * correction for the number of trials does not help, for each trial was proposed by what the ones before it had gained on them.
 */
public final class UserHalves {
    private static final long DRAW = 21;

    private final int[] searched;
    private final int[] judged;

    private UserHalves(int[] searched, int[] judged) {
        this.searched = searched;
        this.judged = judged;
    }

    /** Those of so many users; the odd one is searched with. Always the same for a number. */
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

    /** Places of the users that settings are looked for with, ascending. */
    public int[] searched() {
        return searched.clone();
    }

    /** Places of those that judge, ascending. */
    public int[] judged() {
        return judged.clone();
    }

    /** The figures of those that settings are looked for with, of the figures of all. */
    public static double[] searched(double[] figures) {
        return Arrays.stream(of(figures.length).searched)
                .mapToDouble(u -> figures[u])
                .toArray();
    }
}
