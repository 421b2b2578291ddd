package dev.nara.data;

import java.util.List;

/**
 * What is done to the log rows between reading and splitting, in this order: repairs, one row a key, conditions, dates,
 * minimum counts, core.
 *
 * @param repairs ids of the repairs, see {@code nara data}; "default" stands for those that are on by default
 * @param distinct of rows that share this key the first is kept: "none", "time" (user, item, time), "day" (user, item,
 *     day) or "pair" (user, item)
 * @param where conditions on the numbers of a row, such as "rating>=4"; all must hold
 * @param from the first day, yyyy-MM-dd, "" for no limit
 * @param to the last day, yyyy-MM-dd, "" for no limit
 * @param minimumOfUser distinct items that a user must have; rows of others are removed
 * @param minimumOfItem distinct users that an item must have; others are removed from the catalogue
 * @param core the same minimum for both, repeated until nothing more is removed; 0 for none
 * @param derive attributes made from the training part, such as "user.views"
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
        List<String> derive) {
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
    }

    /** The same with other repairs. */
    public Preparation withRepairs(List<String> other) {
        return new Preparation(other, distinct, where, from, to, minimumOfUser, minimumOfItem, core, derive);
    }
}
