package dev.nara.ui.runs;

import dev.nara.store.entry.StoredRun;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the runs are listed.
 *
 * @param filters whether only some are looked for; nothing is folded then
 * @param found which
 * @param sort the order within the runs of one dataset
 * @param toggled the keys of rows that are not folded or open as usual
 * @param openRows what tells the open data apart, see {@link dev.nara.spec.RunSpec#rows}; "" while none is open
 * @param openName its name
 * @param baselines the ids of algorithms that need no training
 * @param searching the studies that a program runs
 * @param ended the studies that have ended
 * @param names what a run is called
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
        /** As they wait, then newest first. */
        NEWEST,
        /** The best figure first. */
        SCORE,
        /** By name. */
        NAME
    }

    /** Whether a row is open that usually is, or is not. */
    boolean open(String key, boolean usually) {
        return filters || usually != toggled.contains(key);
    }
}
