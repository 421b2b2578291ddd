package dev.nara.run;

/** The state of a run; finished, cancelled and failed never change. */
public enum RunState {
    /** Waits for its turn. */
    QUEUED,
    /** Training, in the process that is stored with it. */
    RUNNING,
    /** Paused, in its process or after it. */
    PAUSED,
    /** Came to its end. */
    FINISHED,
    /** Stopped by somebody. */
    CANCELLED,
    /** Could not go on. */
    FAILED,
    /** The process that trained it is gone, or could store no more. */
    INTERRUPTED;

    /** Whether it never changes. */
    public boolean ended() {
        return this == FINISHED || this == CANCELLED || this == FAILED;
    }

    /** Whether it can be taken up again. */
    public boolean resumable() {
        return this == PAUSED || this == INTERRUPTED || this == QUEUED;
    }
}
