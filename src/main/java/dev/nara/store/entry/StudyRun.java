package dev.nara.store.entry;

import java.util.List;

/**
 * The study that a run is of.
 *
 * @param study its number; 0 for one of another workspace
 * @param trial the number of the trial
 * @param kept the epochs whose users' figures are kept, besides those of the best
 * @param test whether it is told on the test part; all others never look at it, however they are resumed
 */
public record StudyRun(long study, int trial, List<Integer> kept, boolean test) {
    /** Copies the list. */
    public StudyRun {
        kept = List.copyOf(kept);
    }

    /** The same in another workspace, where the study is not. */
    public StudyRun elsewhere() {
        return new StudyRun(0, trial, kept, test);
    }
}
