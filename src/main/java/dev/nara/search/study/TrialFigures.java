package dev.nara.search.study;

import dev.nara.data.DataException;

/** The figures of users that are kept of a study's runs. */
public interface TrialFigures {
    /** Each user's figure of the goal after an epoch of a run, as the metric has it; empty where it was not kept. */
    double[] users(long run, int epoch) throws DataException;

    /** The same on the test part, of a run that was told on it. */
    double[] testUsers(long run) throws DataException;
}
