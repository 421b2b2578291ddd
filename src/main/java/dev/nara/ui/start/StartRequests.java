package dev.nara.ui.start;

import java.nio.file.Path;

/** What people ask for on the start screen. */
public interface StartRequests {
    /** A folder to be chosen and opened. */
    void folder();

    /** A file to be chosen and opened. */
    void file();

    /** A database to be asked. */
    void database();

    /** The sample that comes with the program. */
    void sample();

    /** To go on with a run where they left, or to take it up where it stopped. */
    void goOn(LastRun last);

    /** Data that was opened before. */
    void open(Path path);

    /** To say where data lies now. */
    void locate(RecentData data);

    /** To see where data lies. */
    void reveal(Path path);

    /** Not to be reminded of data any more. */
    void forget(RecentData data);

    /** To stop reading. */
    void cancel();
}
