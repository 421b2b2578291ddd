package dev.nara.store.entry;

import java.util.List;

/**
 * The place of a run in its study.
 *
 * @param study the number of the study; 0 for a study in another workspace
 * @param trial the number of the trial
 * @param kept the epochs whose users' figures are stored, in addition to those of the best
 * @param test whether it is evaluated on the test part; runs without this never are, however they are resumed
 */
public record StudyRun(long study, int trial, List<Integer> kept, boolean test) {
    public StudyRun {
        kept = List.copyOf(kept);
    }

    /** The same for another workspace, which does not have the study. */
    public StudyRun elsewhere() {
        return new StudyRun(0, trial, kept, test);
    }
}
