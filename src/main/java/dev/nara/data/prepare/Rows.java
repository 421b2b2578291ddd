package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import java.util.Arrays;
import java.util.BitSet;

/** What is done to the rows of a log, as pure functions. */
final class Rows {
    /** Rows that agree in this are one and the same. */
    enum Key {
        /** User, item, time and words, such as the kind of event. */
        TIME,
        /** User, item and day. */
        DAY,
        /** User and item. */
        PAIR
    }

    private Rows() {}

    /** Of the rows that share the key, the first. */
    static Interactions firstOf(Dataset dataset, Key key) {
        BitSet repeats = repeats(dataset, key);
        return dataset.interactions().filter((user, row) -> !repeats.get(row));
    }

    /** The rows that share the key with an earlier one of their user. */
    static BitSet repeats(Dataset dataset, Key key) {
        Interactions rows = dataset.interactions();
        BitSet repeats = new BitSet(rows.size());
        // Rows are in order of time, so of all earlier rows of an item its last is the nearest.
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

    /** Distinct items of each user: shape [users]. */
    static int[] itemsOfUsers(Interactions rows) {
        int[] counts = new int[rows.users()];
        Arrays.setAll(counts, u -> rows.distinctItems(u).length);
        return counts;
    }

    /** Distinct users of each item: shape [items]. */
    static int[] usersOfItems(Interactions rows) {
        int[] counts = new int[rows.items()];
        for (int u = 0; u < rows.users(); u++) {
            for (int item : rows.distinctItems(u)) {
                counts[item]++;
            }
        }
        return counts;
    }

    /** Without the rows of users with fewer items and of items with fewer users than asked for. */
    static Interactions atLeast(Interactions rows, int ofUser, int ofItem) {
        int[] users = itemsOfUsers(rows);
        int[] items = usersOfItems(rows);
        return rows.filter((user, row) -> users[user] >= ofUser && items[rows.item(row)] >= ofItem);
    }

    /** The dataset with fewer rows; what is held out of users and items that thereby lost their last row goes with them. */
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

    /** How many rows each item has, held out ones too: shape [items]. */
    static int[] countsWithHeldOut(Dataset dataset) {
        int[] counts = dataset.interactions().itemCounts();
        GivenTest given = dataset.given();
        if (given != null) {
            int[] more = given.rows().itemCounts();
            Arrays.setAll(counts, i -> counts[i] + more[i]);
        }
        return counts;
    }

    /** Without the items that have no row, held out or not; a dataset without any row stays as it is. */
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
