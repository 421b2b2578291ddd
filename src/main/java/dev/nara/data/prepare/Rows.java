package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import java.util.Arrays;
import java.util.BitSet;

/** Operations on the rows of a log, as pure functions. */
final class Rows {
    /** The key that identifies a row. */
    enum Key {
        /** User, item, time and words, such as the kind of event. */
        TIME,
        /** User, item and day. */
        DAY,
        /** User and item. */
        PAIR
    }

    private Rows() {}

    /** The first row of each key. */
    static Interactions firstOf(Dataset dataset, Key key) {
        BitSet repeats = repeats(dataset, key);
        return dataset.interactions().filter((user, row) -> !repeats.get(row));
    }

    /** The rows with the same key as an earlier row of their user. */
    static BitSet repeats(Dataset dataset, Key key) {
        Interactions rows = dataset.interactions();
        BitSet repeats = new BitSet(rows.size());
        // Rows are ordered by time, so the last earlier row of an item is the nearest.
        int[] last = new int[rows.items()];
        Arrays.fill(last, -1);
        for (int u = 0; u < rows.users(); u++) {
            for (int r = rows.start(u); r < rows.end(u); r++) {
                int before = last[rows.item(r)];
                repeats.set(
                        r,
                        before >= rows.start(u)
                                && near(dataset.calendar(), rows.time(before), rows.time(r), key)
                                && (key != Key.TIME || sameWords(rows, before, r)));
                last[rows.item(r)] = r;
            }
        }
        return repeats;
    }

    private static boolean sameWords(Interactions rows, int one, int other) {
        return rows.wordColumns().stream()
                .allMatch(column -> Float.compare(rows.number(column, one), rows.number(column, other)) == 0);
    }

    private static boolean near(LogCalendar calendar, long earlier, long later, Key key) {
        return switch (key) {
            case TIME -> earlier == later;
            case DAY -> calendar.day(earlier) == calendar.day(later);
            case PAIR -> true;
        };
    }

    /** The number of distinct items of each user: shape [users]. */
    static int[] itemsOfUsers(Interactions rows) {
        int[] counts = new int[rows.users()];
        Arrays.setAll(counts, u -> rows.distinctItems(u).length);
        return counts;
    }

    /** The number of distinct users of each item: shape [items]. */
    static int[] usersOfItems(Interactions rows) {
        int[] counts = new int[rows.items()];
        for (int u = 0; u < rows.users(); u++) {
            for (int item : rows.distinctItems(u)) {
                counts[item]++;
            }
        }
        return counts;
    }

    /** The rows without users that have fewer items, and without items that have fewer users, than required. */
    static Interactions atLeast(Interactions rows, int ofUser, int ofItem) {
        int[] users = itemsOfUsers(rows);
        int[] items = usersOfItems(rows);
        return rows.filter((user, row) -> users[user] >= ofUser && items[rows.item(row)] >= ofItem);
    }

    /** The dataset with fewer rows; held-out rows of users and items that lost their last row are removed, too. */
    static Dataset fewer(Dataset dataset, Interactions kept) {
        GivenTest given = dataset.given();
        if (given == null) {
            return dataset.with(kept);
        }
        Interactions before = dataset.interactions();
        int[] counts = before.itemCounts();
        int[] left = kept.itemCounts();
        GivenTest heldOut = given.filter((user, row) -> {
            int item = given.rows().item(row);
            boolean userGone = kept.count(user) == 0 && before.count(user) > 0;
            boolean itemGone = left[item] == 0 && counts[item] > 0;
            return !userGone && !itemGone;
        });
        return dataset.with(kept, heldOut);
    }

    /** The number of rows of each item, including held-out ones: shape [items]. */
    static int[] countsWithHeldOut(Dataset dataset) {
        int[] counts = dataset.interactions().itemCounts();
        GivenTest given = dataset.given();
        if (given != null) {
            int[] more = given.rows().itemCounts();
            Arrays.setAll(counts, i -> counts[i] + more[i]);
        }
        return counts;
    }

    /** The dataset without items that have no row, held out or not; unchanged if there are no rows at all. */
    static Dataset watchedOnly(Dataset dataset) {
        int[] counts = countsWithHeldOut(dataset);
        boolean[] kept = new boolean[counts.length];
        int watched = 0;
        for (int i = 0; i < kept.length; i++) {
            kept[i] = counts[i] > 0;
            watched += kept[i] ? 1 : 0;
        }
        return dataset.interactions().size() == 0 || watched == kept.length ? dataset : dataset.withItems(kept);
    }
}
