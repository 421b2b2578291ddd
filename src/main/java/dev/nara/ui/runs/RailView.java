package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the runs are listed.
 *
 * @param filters whether a search is active; nothing is folded then
 * @param found whether a run matches the search
 * @param sort the order within the runs of one dataset
 * @param toggled the keys of rows that the user folded or unfolded, contrary to their default
 * @param openRows identifies the open data, see {@link dev.nara.spec.RunSpec#rows}; "" if none is open
 * @param openName the name of the open data
 * @param baselines the ids of algorithms that need no training
 * @param searching the studies that a program runs
 * @param ended the studies that have ended
 * @param names the name of a run
 */
record RailView(
        boolean filters,
        Predicate<StoredRun> found,
        Sort sort,
        Set<String> toggled,
        String openRows,
        String openName,
        Set<String> baselines,
        Set<Long> searching,
        Set<Long> ended,
        Function<StoredRun, String> names) {
    /** The order of the runs. */
    enum Sort {
        /** Queued runs in the order of the queue, then newest first. */
        NEWEST,
        /** The best figure first. */
        SCORE,
        /** By name. */
        NAME
    }

    /** Whether a row is open, given its default. */
    boolean open(String key, boolean usually) {
        return filters || usually != toggled.contains(key);
    }
}
