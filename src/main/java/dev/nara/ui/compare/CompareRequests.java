package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.store.entry.StoredRun;
import java.util.List;

/** What people ask for in the Compare workspace. */
interface CompareRequests {
    /** Figures under all protocols. */
    void evaluate();

    /** Gives that up. */
    void stop();

    /** Groups of the albums to find beside those of children. */
    void groupItems();

    /** What separates these runs, the best of each value of a setting. */
    void judge(List<StoredRun> bests);

    /** The verdict is to be on these rows: one is held against the reference. */
    void pair(List<ComparedRow> rows);

    /** Queues the seeds that a row needs. */
    void seeds(ComparedRow row);

    /** How many runs of a row's settings are under way. */
    long underWay(ComparedRow row);

    /** Compares the two newest runs. */
    void lastTwo();

    /** The run table as a file. */
    void table();

    /** The comparison as a page. */
    void report();
}
