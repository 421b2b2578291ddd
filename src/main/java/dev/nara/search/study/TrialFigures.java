package dev.nara.search.study;

import dev.nara.data.DataException;

/** Provides stored users' figures of a study's runs. */
public interface TrialFigures {
    /** Each user's figure of the goal after an epoch of a run, as the metric defines it; empty if not stored. */
    double[] users(long run, int epoch) throws DataException;

    /** The same on the test part, for a run evaluated on it. */
    double[] testUsers(long run) throws DataException;
}
