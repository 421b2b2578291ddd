package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Finding;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A thing that may be wrong with any dataset: how to find it, and how to mend it. A repair leaves clean data as it is.
 *
 * @param id names it in recipes and on the command line
 * @param usual whether it is on unless told otherwise
 * @param check what there is to mend, null for nothing
 * @param mend the mended dataset
 */
record Repair(String id, boolean usual, Function<Dataset, @Nullable Finding> check, Function<Dataset, Dataset> mend) {
    /** All there are, in the order in which they are carried out. */
    static final List<Repair> ALL = List.of(
            new Repair(
                    "repeated-rows",
                    true,
                    RepeatedRows::check,
                    d -> d.with(Rows.firstOf(d.interactions(), Rows.Key.TIME))),
            new Repair("spelling", true, Spellings::check, Spellings::mend),
            new Repair("impossible-ages", true, Columns::ages, Columns::withoutAges),
            new Repair("constant-columns", false, Columns::constants, Columns::withoutConstants),
            new Repair("unknown-items", false, Columns::unknownItems, Columns::withoutUnknownItems),
            new Repair("unknown-users", false, Columns::unknownUsers, Columns::withoutUnknownUsers),
            new Repair("stray-days", false, StrayDays::check, StrayDays::mend),
            new Repair("sparse-days", false, SparseDays::check, SparseDays::mend),
            new Repair("unwatched-items", false, Unwatched::check, Rows::watchedOnly));

    /** A finding that this kind of repair removes; null for a count of 0. */
    static @Nullable Finding found(String id, long count, List<String> examples) {
        return count == 0
                ? null
                : new Finding(id, count, examples.subList(0, Math.min(Finding.EXAMPLES, examples.size())), id);
    }
}
