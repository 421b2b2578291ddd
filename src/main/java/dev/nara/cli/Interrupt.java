package dev.nara.cli;

import dev.nara.run.Stop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C into a request to stop, and keeps the program alive until the run has ended and is stored. The exit code
 * is then the platform's own for an interrupt, 130.
 */
final class Interrupt {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread hook;

    Interrupt(Stop stop) {
        hook = new Thread(() -> waitFor(stop), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitFor(Stop stop) {
        stop.request();
        try {
            if (!end.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("the run did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended and is stored. */
    void ended() {
        end.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is shutting down already, and the hook has just been told to let it.
        }
    }
}
