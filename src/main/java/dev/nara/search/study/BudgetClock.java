package dev.nara.search.study;

/** The time of a study: its own clock, which stands still in pauses, and that of the world. */
public interface BudgetClock {
    /** Seconds without pauses since the study began, however many programs ran it. */
    double seconds();

    /** The moment, in milliseconds since 1970. */
    long millis();

    /** The study runs or stands still from now on. */
    void running(boolean on);
}
