package dev.nara.search.plan;

import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.TrialNow;
import dev.nara.text.Text;
import java.util.List;

/** What the loop of a study does next. */
public sealed interface Move {
    /** Lets a run go on that is under way by the events, and that nobody trains, as after a pause. */
    record Train(TrialNow trial, TrialNow.RunNow run) implements Move {}

    /** The same of a run on the test part. */
    record TrainTest(StudyEvent.TestBegun begun) implements Move {}

    /** Begins a trial; {@code asked} is the number of the event that asked for it, 0 for none. */
    record Begin(NextSettings.Ask ask, long asked) implements Move {}

    /** Trains a trial once more. */
    record Repeat(TrialNow trial, long seed, boolean confirming, long asked) implements Move {}

    /** Lets a dropped trial go on. */
    record GoOn(TrialNow trial, Text why, long asked) implements Move {}

    /** Leaves a trial that trains. */
    record Leave(TrialNow trial, Text why, long asked) implements Move {}

    /** Begins to tell the choice on the test part. */
    record Test(StudyChoice choice, int seeds, long asked) implements Move {}

    /** Keeps events. */
    record Note(List<StudyEvent> events) implements Move {}
}
