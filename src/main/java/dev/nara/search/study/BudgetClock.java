package dev.nara.search.study;

/** The time of a study: its own clock, which does not advance in pauses, and the time of day. */
public interface BudgetClock {
    /** Seconds without pauses since the study began, over all processes that ran it. */
    double seconds();

    /** The moment, in milliseconds since 1970. */
    long millis();

    /** Starts or stops the study's clock. */
    void running(boolean on);
}
