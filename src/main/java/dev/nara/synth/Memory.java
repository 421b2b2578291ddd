package dev.nara.synth;

import java.util.Arrays;

/** The albums a child has watched, in order, and the series it has started. */
final class Memory {
    private static final double TODAY = 0.84;
    private static final double THIS_WEEK = 0.14;
    private static final int WEEK = 6;
    private static final int FOLLOWED = 12;
    private static final double LATEST_PICK = 0.6;

    private int[] albums = new int[64];
    private int[] days = new int[64];
    private int size;
    private final int[] next = new int[FOLLOWED];
    private int following;

    void watched(int album, int day) {
        if (size == albums.length) {
            albums = Arrays.copyOf(albums, 2 * size);
            days = Arrays.copyOf(days, 2 * size);
        }
        albums[size] = album;
        days[size++] = day;
    }

    /**
     * An album watched before, in proportion to how often, mostly from this day or this week.
     *
     * @return -1 if there is none in the chosen period
     */
    int favourite(Dice dice, int today) {
        double mind = dice.uniform();
        int first = 0;
        if (mind < TODAY) {
            first = firstSince(today);
        } else if (mind < TODAY + THIS_WEEK) {
            first = firstSince(today - WEEK);
        }
        return first == size ? -1 : albums[dice.between(first, size - 1)];
    }

    private int firstSince(int day) {
        int first = size;
        while (first > 0 && days[first - 1] >= day) {
            first--;
        }
        return first;
    }

    boolean isFollowing() {
        return following > 0;
    }

    /** Removes and returns the album at which one of the followed series continues. */
    int takeNext(Dice dice) {
        int i = dice.chance(LATEST_PICK) ? following - 1 : dice.below(following);
        int album = next[i];
        System.arraycopy(next, i + 1, next, i, --following - i);
        return album;
    }

    /** Remembers the album at which a series continues; the oldest is dropped when there are too many. */
    void follow(int album) {
        if (following == FOLLOWED) {
            System.arraycopy(next, 1, next, 0, --following);
        }
        next[following++] = album;
    }
}
