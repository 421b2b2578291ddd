package dev.nara.explain;

import dev.nara.data.Interactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who has an item in training.
 *
 * @param count of the users who have it
 * @param some of them, with the most rows of the item first
 */
public record Viewers(int count, List<Viewer> some) {
    /**
     * A user who has the item.
     *
     * @param rows how many of the user's rows are of it
     */
    public record Viewer(int user, int rows) {}

    /** Counts all; names the first {@code most} users. */
    public static Viewers of(Interactions train, int item, int most) {
        List<Viewer> some = new ArrayList<>();
        int count = 0;
        for (int u = 0; u < train.users(); u++) {
            int rows = 0;
            for (int r = train.start(u); r < train.end(u); r++) {
                rows += train.item(r) == item ? 1 : 0;
            }
            count += rows > 0 ? 1 : 0;
            if (rows > 0 && some.size() < most) {
                some.add(new Viewer(u, rows));
            }
        }
        some.sort(Comparator.comparingInt((Viewer viewer) -> -viewer.rows()));
        return new Viewers(count, List.copyOf(some));
    }
}
