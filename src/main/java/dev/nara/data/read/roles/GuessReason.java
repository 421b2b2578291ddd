package dev.nara.data.read.roles;

/** The reason for the guessed role of a column. */
public enum GuessReason {
    /** Its name. */
    NAME,
    /** The look of its cells. */
    CONTENT,
    /** Its position, which is usual in such files. */
    PLACE,
    /** The user specified it. */
    SAID
}
