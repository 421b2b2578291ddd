package dev.nara.split;

import dev.nara.data.Interactions;
import java.util.Arrays;

/** Encodes a subset of a user's rows by their positions among all rows of that user in order of time, from 0, as in "0-35,38". */
public final class RowPlaces {
    private RowPlaces() {}

    /** For each of a user's rows in {@code all}, in order, whether it is in {@code some}, which is a subset in the same order. */
    public static boolean[] of(Interactions all, Interactions some, int user) {
        boolean[] places = new boolean[all.count(user)];
        if (some.count(user) == places.length) {
            Arrays.fill(places, true);
            return places;
        }
        int next = some.start(user);
        for (int place = 0; place < places.length; place++) {
            int row = all.start(user) + place;
            places[place] =
                    next < some.end(user) && some.item(next) == all.item(row) && some.time(next) == all.time(row);
            next += places[place] ? 1 : 0;
        }
        return places;
    }

    /** The marked positions as "0-35,38". */
    static String written(boolean[] places) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < places.length; from++) {
            if (places[from]) {
                int to = from;
                while (to + 1 < places.length && places[to + 1]) {
                    to++;
                }
                text.append(text.length() == 0 ? "" : ",").append(from);
                text.append(to > from ? "-" + to : "");
                from = to;
            }
        }
        return text.toString();
    }

    /** Marks the positions in {@code ranges} among the rows {@code start} to {@code end}, exclusive; refuses positions outside. */
    static void mark(boolean[] trained, int start, int end, String ranges) {
        if (ranges.isEmpty()) {
            return;
        }
        for (String range : ranges.split(",", -1)) {
            int dash = range.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int to = Integer.parseInt(dash < 0 ? range : range.substring(dash + 1));
            if (to >= end - start) {
                throw new IllegalArgumentException(range);
            }
            Arrays.fill(trained, start + from, start + to + 1, true);
        }
    }
}
