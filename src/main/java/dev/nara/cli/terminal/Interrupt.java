package dev.nara.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C into a request to leave the work, and keeps the process alive until the work is stored. The exit code is then the usual one
 * for an interrupt, 130.
 */
public final class Interrupt {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean happened;
    private volatile Runnable current;

    /** {@code leave} requests that the work stops so that it can be resumed. */
    public Interrupt(Runnable leave) {
        current = leave;
        hook = new Thread(() -> waitFor(leave), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitFor(Runnable leave) {
        happened = true;
        leave.run();
        current.run();
        try {
            if (!end.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the run did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Registers a part of the work to be left, too; replaces the previous part. */
    public void also(Runnable part) {
        current = part;
        if (happened) {
            part.run();
        }
    }

    /** Whether the process was interrupted. */
    public boolean happened() {
        return happened;
    }

    /** Reports that the work has ended and is stored. */
    public void ended() {
        end.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is already shutting down; the hook no longer delays it.
        }
    }
}
