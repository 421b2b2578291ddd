package dev.nara.search.plan;

import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.TrialNow;
import dev.nara.text.Text;
import java.util.List;

/** The next action of a study's loop. */
public sealed interface Move {
    /** Resumes a run that the events say is in progress but no process trains, as after a pause. */
    record Train(TrialNow trial, TrialNow.RunNow run) implements Move {}

    /** Resumes a run on the test part. */
    record TrainTest(StudyEvent.TestBegun begun) implements Move {}

    /** Starts a trial; {@code asked} is the number of the event that requested it, 0 for none. */
    record Begin(NextSettings.Ask ask, long asked) implements Move {}

    /** Trains a trial with another seed. */
    record Repeat(TrialNow trial, long seed, boolean confirming, long asked) implements Move {}

    /** Continues a stopped trial. */
    record GoOn(TrialNow trial, Text why, long asked) implements Move {}

    /** Stops a trial in training. */
    record Leave(TrialNow trial, Text why, long asked) implements Move {}

    /** Starts the evaluation of the choice on the test part. */
    record Test(StudyChoice choice, int seeds, long asked) implements Move {}

    /** Stores events. */
    record Note(List<StudyEvent> events) implements Move {}
}
