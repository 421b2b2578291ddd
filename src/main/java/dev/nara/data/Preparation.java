package dev.nara.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the log rows between reading and splitting, in this order: repairs, events, one row a key, conditions,
 * dates, minimum counts, core.
 *
 * @param repairs ids of the repairs, see {@code nara data}; "default" stands for those that are on by default
 * @param distinct of rows that share this key the first is kept: "none", "time" (user, item, time), "day" (user, item,
 *     day) or "pair" (user, item)
 * @param where conditions on a row, such as "rating>=4" or "event=view"; all must hold
 * @param from the first day, yyyy-MM-dd, "" for no limit
 * @param to the last day, yyyy-MM-dd, "" for no limit
 * @param minimumOfUser distinct items that a user must have; rows of others are removed
 * @param minimumOfItem distinct users that an item must have; others are removed from the catalogue
 * @param core the same minimum for both, repeated until nothing more is removed; 0 for none
 * @param derive attributes made from the training part, such as "user.views"
 * @param positive the events that are positives with the weight of each, such as "event=view:1,buy:5"; null for all rows
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
    /** Stands for the repairs that are on by default. */
    public static final String DEFAULT = "default";

    /** The default repairs and nothing else. */
    public static final Preparation USUAL =
            new Preparation(List.of(DEFAULT), "none", List.of(), "", "", 0, 0, 0, List.of());

    /** No repair and no other step. */
    public static final Preparation NONE = new Preparation(List.of(), "none", List.of(), "", "", 0, 0, 0, List.of());

    /** Copies the lists; what a file leaves out takes its default. */
    public Preparation {
        repairs = repairs == null ? List.of(DEFAULT) : List.copyOf(repairs);
        distinct = distinct == null ? "none" : distinct;
        where = where == null ? List.of() : List.copyOf(where);
        from = from == null ? "" : from;
        to = to == null ? "" : to;
        derive = derive == null ? List.of() : List.copyOf(derive);
        positive = positive == null || positive.isBlank() ? null : positive.strip();
    }

    /** Of which every row is a positive. */
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

    /** The same with other events as positives; null for all rows. */
    public Preparation withPositive(@Nullable String events) {
        return new Preparation(repairs, distinct, where, from, to, minimumOfUser, minimumOfItem, core, derive, events);
    }

    /** The same with other repairs. */
    public Preparation withRepairs(List<String> other) {
        return new Preparation(other, distinct, where, from, to, minimumOfUser, minimumOfItem, core, derive, positive);
    }
}
