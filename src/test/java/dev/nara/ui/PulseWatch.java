package dev.nara.ui;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** Watches the JavaFX thread from another: how long it takes to answer, asked every few milliseconds. */
final class PulseWatch {
    private static final long EVERY_NANOS = 5_000_000;

    private final Thread thread = new Thread(this::watch, "pulse-watch");
    private final AtomicBoolean closed = new AtomicBoolean();
    private double[] waits = new double[0];

    PulseWatch() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        double[] all = new double[1 << 16];
        int count = 0;
        while (!closed.get() && count < all.length) {
            long asked = System.nanoTime();
            AtomicBoolean answered = new AtomicBoolean();
            Platform.runLater(() -> {
                answered.set(true);
                LockSupport.unpark(thread);
            });
            while (!answered.get() && !closed.get()) {
                LockSupport.parkNanos(1_000_000);
            }
            all[count++] = (System.nanoTime() - asked) / 1e6;
            LockSupport.parkNanos(EVERY_NANOS);
        }
        waits = Arrays.copyOf(all, count);
    }

    /** Milliseconds that the given share of all answers took at most. */
    double percentile(double share) {
        double[] sorted = waits.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /** Ends watching. */
    void stop() throws InterruptedException {
        closed.set(true);
        thread.join();
    }
}
