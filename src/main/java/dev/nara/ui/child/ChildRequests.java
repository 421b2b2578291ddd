package dev.nara.ui.child;

/** What people can ask for in the Child workspace. */
interface ChildRequests {
    /** All runs are to keep the chosen child's lists, or no longer. */
    void watch(boolean watched);

    /** A run to be put on screen. */
    void run(long run);

    /** The place where a run is begun. */
    void train();

    /** Data to be chosen. */
    void open();

    /** Why the chosen album stands where it does, of the model on screen. */
    void explainAgain();
}
