package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A correction of one kind of error that any dataset may have. Data without the error is not changed.
 *
 * @param id its name in recipes and on the command line
 * @param usual whether it is on by default
 * @param look finds the flaw, null if there is none
 */
record Repair(String id, boolean usual, Function<Dataset, @Nullable Flaw> look) {
    /** All repairs, in the order of their execution. */
    static final List<Repair> ALL = List.of(
            new Repair("repeated-rows", true, RepeatedRows::look),
            new Repair("duplicate-rows", false, DuplicateRows::look),
            new Repair("spelling", true, Spellings::look),
            new Repair("impossible-ages", true, Columns::ages),
            new Repair("constant-columns", false, Columns::constants),
            new Repair("unknown-items", false, Columns::unknownItems),
            new Repair("unknown-users", false, Columns::unknownUsers),
            new Repair("stray-days", false, StrayDays::look),
            new Repair("sparse-days", false, SparseDays::look),
            new Repair("unwatched-items", false, Unwatched::look));
}
