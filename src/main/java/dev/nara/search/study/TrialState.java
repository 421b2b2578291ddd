package dev.nara.search.study;

/** The state of a trial. */
public enum TrialState {
    /** Is to be trained or continued as soon as there is a place. */
    WAITING,
    /** Training, or would be if its study were not paused or interrupted. */
    RUNNING,
    /** Stopped at an epoch; it can continue from there. */
    DROPPED,
    /** Finished. */
    FINISHED,
    /** Failed. */
    FAILED,
    /** Its loss became NaN or infinite. */
    DIVERGED,
    /** It was not started because it would not fit in memory. */
    TOO_LARGE,
    /** Its run was cancelled by the user. */
    STOPPED;

    /** Whether it has not ended yet. */
    public boolean alive() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether it has no figure to compare, and never will unless it is trained again. */
    public boolean broken() {
        return this == FAILED || this == DIVERGED || this == TOO_LARGE || this == STOPPED;
    }
}
