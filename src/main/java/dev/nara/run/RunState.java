package dev.nara.run;

/** The state of a run; terminal states never change. */
public enum RunState {
    /** Training, in the process that is stored with it. */
    RUNNING,
    /** Came to its end. */
    FINISHED,
    /** Stopped by somebody. */
    CANCELLED,
    /** Could not go on. */
    FAILED,
    /** The process that trained it is gone. */
    INTERRUPTED
}
