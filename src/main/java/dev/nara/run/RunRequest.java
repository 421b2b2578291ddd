package dev.nara.run;

/** What other programs can ask of a run that a program trains; fulfilled at a batch, within a second. */
public enum RunRequest {
    /** To stand still. */
    PAUSE,
    /** To go on after a pause. */
    GO_ON,
    /** To end for good; what is finished is kept. */
    STOP
}
