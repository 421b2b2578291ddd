package dev.nara.search.study;

/** How far a study is. */
public enum Phase {
    /** Trials are tried. */
    SEARCHING,
    /** Somebody paused it; its clock stands still. */
    PAUSED,
    /** The best are trained from further seeds, the same for all. */
    CONFIRMING,
    /** A setting is chosen. */
    CHOSEN,
    /** The chosen setting is trained on the whole training part, to be told on the test part. */
    TESTING,
    /** It was told on the test part. */
    TESTED,
    /** Somebody stopped it before anything was chosen. */
    STOPPED,
    /** The program that ran it is gone; it goes on with the same next setting. */
    INTERRUPTED;

    /** Whether it is done with searching, unless it is extended. */
    public boolean ended() {
        return this == CHOSEN || this == TESTED || this == STOPPED;
    }
}
