package dev.nara.run;

/** A request of one process to a run that another trains; followed at the next batch, within about a second. */
public enum RunRequest {
    /** Pause. */
    PAUSE,
    /** Continue after a pause. */
    GO_ON,
    /** End permanently; finished epochs are kept. */
    STOP
}
