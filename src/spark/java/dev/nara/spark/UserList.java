package dev.nara.spark;

import java.io.Serializable;

/** The best items of one user, best first. */
final class UserList implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String user;
    private final boolean known;
    private final int[] items;
    private final float[] scores;

    UserList(UserPart user, int[] items, float[] scores) {
        this.user = user.id();
        this.known = user.known();
        this.items = items;
        this.scores = scores;
    }

    String user() {
        return user;
    }

    /** Whether the model was trained with the user; otherwise the user's parameters were learnt for this list. */
    boolean known() {
        return known;
    }

    int[] items() {
        return items;
    }

    /** The scores, one per item. */
    float[] scores() {
        return scores;
    }
}
