package dev.nara.algorithm;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws items a user has not interacted with, uniformly over the catalogue. */
public final class NegativeSampler {
    private final int items;
    private final int[][] positives;
    private final boolean avoidPositives;

    /**
     * @param items size of the catalogue
     * @param positives shape [users][distinct items], each ascending
     * @param avoidPositives whether a positive must never be drawn
     */
    public NegativeSampler(int items, int[][] positives, boolean avoidPositives) {
        this.items = items;
        this.positives = positives;
        this.avoidPositives = avoidPositives;
    }

    /** How many negatives a positive of the user can have when {@code wanted} are asked for; 0 if none is left. */
    public int available(int user, int wanted) {
        return avoidPositives ? Math.min(wanted, items - positives[user].length) : wanted;
    }

    /** One negative of a user who has at least one. */
    public int draw(int user, SplittableRandom random) {
        if (!avoidPositives) {
            return random.nextInt(items);
        }
        int[] known = positives[user];
        if (known.length > items / 2) {
            return nth(known, random.nextInt(items - known.length));
        }
        int item = random.nextInt(items);
        while (Arrays.binarySearch(known, item) >= 0) {
            item = random.nextInt(items);
        }
        return item;
    }

    /** The n-th item, from 0, that is not among the known ones. */
    private static int nth(int[] known, int n) {
        int low = 0;
        int high = known.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known[middle] - middle <= n) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return n + low;
    }
}
