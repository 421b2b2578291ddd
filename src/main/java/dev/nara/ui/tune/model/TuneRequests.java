package dev.nara.ui.tune.model;

import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.Trial;
import java.util.Map;

/** What people ask for in the Search workspace. */
public interface TuneRequests {
    /** Shows a study; 0 for one that is still to be put together. */
    void open(long study);

    /** Starts the study that is put together. */
    void start();

    /** Takes up the study on screen, which no program works on any more. */
    void goOn();

    /** Lets the study on screen come to its end now; asks first. */
    void finish();

    /** Steers the study on screen; it can be taken back. */
    void steer(StudyEvent.Steering event);

    /** Takes back what was asked from that event on, by its number; asks first where it is more than the last. */
    void undo(long from);

    /** Opens the form of a trial of one's own, filled with these settings. */
    void tryThese(Map<String, String> settings);

    /** Asks near which value of a dimension to look first. */
    void prefer(Dimension dimension);

    /** Asks for the value at which a dimension is to stand still. */
    void fix(Dimension dimension);

    /** Lets a parameter vary that stands still. */
    void vary(String parameter);

    /** Shows why a trial was dropped or could not go on. */
    void why(Trial trial);

    /** Shows the trial's list of a child. */
    void child(Trial trial);

    /** Shows the selected trials in Compare. */
    void compare();

    /** Trains the chosen setting on the whole training part, from five seeds, and tells it on the test part. */
    void test();

    /** Keeps a trial's settings as a preset. */
    void savePreset(Trial trial);

    /** Writes the study's report. */
    void report();
}
