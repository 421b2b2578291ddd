package dev.nara.ui.child;

/** The requests of the Child workspace's view. */
interface ChildRequests {
    /** Sets whether runs that start later keep the selected child's lists. */
    void watch(boolean watched);

    /** Puts a run on screen. */
    void run(long run);

    /** Goes to where a run is started. */
    void train();

    /** Lets the user open data. */
    void open();

    /** Explains the selected item again, for the model on screen. */
    void explainAgain();
}
