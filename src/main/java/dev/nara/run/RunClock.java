package dev.nara.run;

/** Counts seconds since it was created, without the time it was stopped. */
final class RunClock {
    private final long begun = System.nanoTime();
    private volatile long stoppedAt;
    private volatile long missed;

    void stop() {
        stoppedAt = System.nanoTime();
    }

    void goOn() {
        missed = missed + System.nanoTime() - stoppedAt;
        stoppedAt = 0;
    }

    double seconds() {
        long now = stoppedAt == 0 ? System.nanoTime() : stoppedAt;
        return (now - begun - missed) / 1e9;
    }
}
