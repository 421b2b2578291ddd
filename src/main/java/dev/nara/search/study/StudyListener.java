package dev.nara.search.study;

/** Is notified of a study that this process runs, on the thread that runs it. */
public interface StudyListener {
    /** Something has happened, or was requested by any process. */
    default void event(Recorded recorded) {}

    /** The current state, a few times per second at most, and at the end. */
    default void snapshot(StudySnapshot snapshot) {}
}
