package dev.nara.search.study;

/** The progress of a study. */
public enum Phase {
    /** Settings are being tried. */
    SEARCHING,
    /** Paused by the user; the clock does not advance. */
    PAUSED,
    /** The best are trained with further seeds, the same for all. */
    CONFIRMING,
    /** A setting is chosen. */
    CHOSEN,
    /** The choice is trained on the whole training part, to be evaluated on the test part. */
    TESTING,
    /** The choice was evaluated on the test part. */
    TESTED,
    /** Stopped by the user before anything was chosen. */
    STOPPED,
    /** The process that ran it no longer exists; it can be continued and will try the same next setting. */
    INTERRUPTED;

    /** Whether the search is over, unless it is extended. */
    public boolean ended() {
        return this == CHOSEN || this == TESTED || this == STOPPED;
    }
}
