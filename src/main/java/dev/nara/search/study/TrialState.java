package dev.nara.search.study;

/** How a trial stands. */
public enum TrialState {
    /** Is to be trained, or to go on, as soon as there is a place. */
    WAITING,
    /** Training, or would be if its study were not paused or interrupted. */
    RUNNING,
    /** Left at an epoch; it can go on from there. */
    DROPPED,
    /** Came to its end. */
    FINISHED,
    /** Could not go on. */
    FAILED,
    /** Its loss was no number. */
    DIVERGED,
    /** It was not begun, for it would not fit in memory. */
    TOO_LARGE,
    /** Its run was stopped by somebody. */
    STOPPED;

    /** Whether it is neither at its end nor given up. */
    public boolean alive() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether it has no figure to be compared by, and never will unless it is run again. */
    public boolean broken() {
        return this == FAILED || this == DIVERGED || this == TOO_LARGE || this == STOPPED;
    }
}
