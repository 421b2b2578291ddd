package dev.nara.run;

/** What a program can ask of a run that another trains; carried out at a batch, within a second. */
public enum RunRequest {
    /** To pause. */
    PAUSE,
    /** To go on after a pause. */
    GO_ON,
    /** To end for good; what is finished is kept. */
    STOP
}
