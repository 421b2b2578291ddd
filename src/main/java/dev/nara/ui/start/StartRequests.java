package dev.nara.ui.start;

import java.nio.file.Path;

/** The requests of the start screen. */
public interface StartRequests {
    /** Asks for a folder and opens it. */
    void folder();

    /** Asks for a file and opens it. */
    void file();

    /** Opens the sheet for querying a database. */
    void database();

    /** Opens the bundled sample. */
    void sample();

    /** Shows a run as it was left, or resumes it. */
    void goOn(LastRun last);

    /** Opens recent data. */
    void open(Path path);

    /** Asks for the new place of missing data. */
    void locate(RecentData data);

    /** Shows data in the file manager. */
    void reveal(Path path);

    /** Removes data from the recent ones. */
    void forget(RecentData data);

    /** Stops reading. */
    void cancel();
}
