package dev.nara.run;

/** The state of a run; finished, cancelled and failed never change. */
public enum RunState {
    /** Waiting in the queue. */
    QUEUED,
    /** Training, in the process stored with the run. */
    RUNNING,
    /** Paused, whether its process still exists or not. */
    PAUSED,
    /** Ended as planned. */
    FINISHED,
    /** Cancelled by the user. */
    CANCELLED,
    /** Ended by an error. */
    FAILED,
    /** The process that trained it no longer exists, or could not store it. */
    INTERRUPTED;

    /** Whether the state is final. */
    public boolean ended() {
        return this == FINISHED || this == CANCELLED || this == FAILED;
    }

    /** Whether the run can be resumed. */
    public boolean resumable() {
        return this == PAUSED || this == INTERRUPTED || this == QUEUED;
    }
}
