package dev.nara.run;

import java.util.concurrent.CancellationException;

/** A request to stop, made by one thread and noticed by another. */
public final class Stop {
    private volatile boolean requested;

    /** Asks for it. */
    public void request() {
        requested = true;
    }

    /** Whether it was asked for. */
    public boolean requested() {
        return requested;
    }

    /**
     * Does nothing until it was asked for.
     *
     * @throws CancellationException from then on
     */
    public void check() {
        if (requested) {
            throw new CancellationException();
        }
    }
}
