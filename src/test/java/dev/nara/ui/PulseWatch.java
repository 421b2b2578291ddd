package dev.nara.ui;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/** Watches the JavaFX thread from another: how long it takes to answer, asked every few milliseconds. */
final class PulseWatch {
    private static final long EVERY_NANOS = 5_000_000;
    private static final long LONG_NANOS = 100_000_000;
    private static final int FRAMES = 40;

    private final Thread thread = new Thread(this::watch, "pulse-watch");
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<String> held = new CopyOnWriteArrayList<>();
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
            boolean looked = false;
            while (!answered.get() && !closed.get()) {
                LockSupport.parkNanos(1_000_000);
                if (!looked && System.nanoTime() - asked > LONG_NANOS) {
                    looked = true;
                    look();
                }
            }
            all[count++] = (System.nanoTime() - asked) / 1e6;
            LockSupport.parkNanos(EVERY_NANOS);
        }
        waits = Arrays.copyOf(all, count);
    }

    /** Remembers what keeps the JavaFX thread. */
    private void look() {
        Thread.getAllStackTraces().forEach((other, stack) -> {
            if (other.getName().equals("JavaFX Application Thread")) {
                held.add(Arrays.stream(stack)
                        .limit(FRAMES)
                        .map(frame -> "    " + frame)
                        .collect(Collectors.joining("\n")));
            }
        });
    }

    /** What the JavaFX thread did when it did not answer for a tenth of a second. */
    List<String> held() {
        return List.copyOf(held);
    }

    /** Milliseconds that the given share of all answers took at most. */
    double percentile(double share) {
        double[] sorted = waits.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /** Prints what came out. */
    void say(String what) {
        System.out.printf(
                "%s: the window answered within %.0f ms (median), %.0f ms (95 of 100), %.0f ms (always)%n",
                what, percentile(0.5), percentile(0.95), percentile(1));
    }

    /** Ends watching. */
    void stop() throws InterruptedException {
        closed.set(true);
        thread.join();
    }
}
