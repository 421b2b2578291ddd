package dev.nara.bench;

import java.util.Optional;

/** What trains the model of a case for as long as it is asked to. */
interface TimedTraining extends AutoCloseable {
    /** Its name in results. */
    String id();

    /** Trains for some seconds and returns examples a second, the drawing of them included. */
    double turn(double seconds);

    /** Why it could not be measured, in its own words; empty if it could. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    void close();
}
