package dev.nara.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps between reading and splitting log rows, in this order: repairs, events, one row per key, conditions, dates, minimum counts,
 * core.
 *
 * @param repairs ids of the repairs, see {@code nara data}; "default" for those that are on by default
 * @param distinct the key of which only the first row is kept: "none", "time" (user, item, time), "day" (user, item, day) or "pair" (user,
 *     item)
 * @param where conditions on a row, such as "rating>=4" or "event=view"; all must hold
 * @param from the first day, yyyy-MM-dd, "" for no limit
 * @param to the last day, yyyy-MM-dd, "" for no limit
 * @param minimumOfUser the fewest distinct items of a user; rows of other users are removed
 * @param minimumOfItem the fewest distinct users of an item; other items are removed from the catalogue
 * @param core the same minimum for both, repeated until nothing more is removed; 0 for none
 * @param derive attributes made from the training part, such as "user.views"
 * @param positive the events that are positives, with their weights, such as "event=view:1,buy:5"; null for all rows
 */
public record Preparation(
        List<String> repairs,
        String distinct,
        List<String> where,
        String from,
        String to,
        int minimumOfUser,
        int minimumOfItem,
        int core,
        List<String> derive,
        @Nullable String positive) {
    /** The name for the repairs that are on by default. */
    public static final String DEFAULT = "default";

    /** The default repairs and nothing else. */
    public static final Preparation USUAL =
            new Preparation(List.of(DEFAULT), "none", List.of(), "", "", 0, 0, 0, List.of());

    /** No repair and no other step. */
    public static final Preparation NONE = new Preparation(List.of(), "none", List.of(), "", "", 0, 0, 0, List.of());

    /** Values that a file leaves out get their defaults. */
    public Preparation {
        repairs = repairs == null ? List.of(DEFAULT) : List.copyOf(repairs);
        distinct = distinct == null ? "none" : distinct;
        where = where == null ? List.of() : List.copyOf(where);
        from = from == null ? "" : from;
        to = to == null ? "" : to;
        derive = derive == null ? List.of() : List.copyOf(derive);
        positive = positive == null || positive.isBlank() ? null : positive.strip();
    }

    /** With every row as a positive. */
    public Preparation(
            List<String> repairs,
            String distinct,
            List<String> where,
            String from,
            String to,
            int minimumOfUser,
            int minimumOfItem,
            int core,
            List<String> derive) {
        this(repairs, distinct, where, from, to, minimumOfUser, minimumOfItem, core, derive, null);
    }

    /** A copy with other events as positives; null for all rows. */
    public Preparation withPositive(@Nullable String events) {
        return new Preparation(repairs, distinct, where, from, to, minimumOfUser, minimumOfItem, core, derive, events);
    }

    /** A copy with other repairs. */
    public Preparation withRepairs(List<String> other) {
        return new Preparation(other, distinct, where, from, to, minimumOfUser, minimumOfItem, core, derive, positive);
    }
}
