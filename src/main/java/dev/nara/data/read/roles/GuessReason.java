package dev.nara.data.read.roles;

/** Why a column is taken for what it is. */
public enum GuessReason {
    /** It is called so. */
    NAME,
    /** Its cells look so. */
    CONTENT,
    /** It stands where such files have it. */
    PLACE,
    /** Somebody said so. */
    SAID
}
