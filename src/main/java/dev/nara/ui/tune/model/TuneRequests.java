package dev.nara.ui.tune.model;

import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.Trial;
import java.util.Map;

/** The user's requests in the Search workspace. */
public interface TuneRequests {
    /** Shows a study; 0 for one that is still to be prepared. */
    void open(long study);

    /** Starts the prepared study. */
    void start();

    /** Resumes the study on screen, which no program runs any more. */
    void goOn();

    /** Finishes the study on screen now, after a confirmation. */
    void finish();

    /** Steers the study on screen; can be undone. */
    void steer(StudyEvent.Steering event);

    /** Undoes the requests from the event with that number on; asks first if there are several. */
    void undo(long from);

    /** Opens the form of a trial of the user's own, filled with these settings. */
    void tryThese(Map<String, String> settings);

    /** Asks for the value of a dimension near which to search first. */
    void prefer(Dimension dimension);

    /** Asks for the value at which to fix a dimension. */
    void fix(Dimension dimension);

    /** Lets a fixed parameter vary. */
    void vary(String parameter);

    /** Shows why a trial was dropped or failed. */
    void why(Trial trial);

    /** Shows a child's list from the trial. */
    void child(Trial trial);

    /** Shows the selected trials in the Compare workspace. */
    void compare();

    /** Trains the chosen setting on the whole training part with five seeds, and evaluates it on the test part. */
    void test();

    /** Stores a trial's settings as a preset. */
    void savePreset(Trial trial);

    /** Writes the study's report. */
    void report();
}
