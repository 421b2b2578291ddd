package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.store.entry.StoredRun;
import java.util.List;

/** The requests of the Compare workspace's view. */
interface CompareRequests {
    /** Evaluates the runs under all protocols. */
    void evaluate();

    /** Stops the evaluation. */
    void stop();

    /** Adds groups of items to those of children. */
    void groupItems();

    /** Compares these runs, the best of each value of a setting. */
    void judge(List<StoredRun> bests);

    /** Shows the verdict on these rows; a single one is compared with the reference. */
    void pair(List<ComparedRow> rows);

    /** Queues the seeds that a row lacks. */
    void seeds(ComparedRow row);

    /** The number of queued and running runs with a row's settings. */
    long underWay(ComparedRow row);

    /** Compares the two newest runs. */
    void lastTwo();

    /** Writes the run table to a file. */
    void table();

    /** Writes the comparison as a page. */
    void report();
}
