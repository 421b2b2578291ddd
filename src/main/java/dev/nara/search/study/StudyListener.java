package dev.nara.search.study;

/** Is called about a study that this program runs, on the thread that runs it. */
public interface StudyListener {
    /** Something has happened, or was asked by whichever program. */
    default void event(Recorded recorded) {}

    /** How it stands, a few times a second at most, and in the end. */
    default void snapshot(StudySnapshot snapshot) {}
}
