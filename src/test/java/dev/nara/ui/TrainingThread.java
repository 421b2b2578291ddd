package dev.nara.ui;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks every two milliseconds what the thread that trains does, and counts how often it is in the window's code instead of
 * in the training; counts the time in which collections let everything stand still, too.
 */
final class TrainingThread {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(2);

    private final Thread looking = new Thread(this::look, "looks-at-training");
    private final long began = System.nanoTime();
    private final long collectedBefore = collected();
    private volatile boolean over;
    private int samples;
    private int inWindow;

    TrainingThread() {
        looking.setDaemon(true);
        looking.start();
    }

    private void look() {
        Thread training = null;
        while (!over) {
            if (training == null || !training.isAlive()) {
                training = find();
            }
            StackTraceElement[] stack = training == null ? new StackTraceElement[0] : training.getStackTrace();
            if (trains(stack)) {
                samples++;
                inWindow += Arrays.stream(stack)
                                .anyMatch(f -> f.getClassName().startsWith("dev.nara.ui.")
                                        && !f.getClassName().startsWith("dev.nara.ui.WorkAtScaleTest"))
                        ? 1
                        : 0;
            }
            LockSupport.parkNanos(EVERY);
        }
    }

    private static boolean trains(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(f -> f.getClassName().equals("dev.nara.run.Runner"));
    }

    private static @Nullable Thread find() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> trains(e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> !bean.getName().contains("Concurrent"))
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    /** Prints what was seen; returns the share of the time that the window took from the training, 0 … 1. */
    double say(String what) throws InterruptedException {
        over = true;
        looking.join();
        double seconds = (System.nanoTime() - began) / 1e9;
        long stood = collected() - collectedBefore;
        double share = inWindow / (double) Math.max(1, samples);
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d looks found the training thread in the window's code (%.2f %%); collections took %d ms of"
                        + " %.1f s (%.2f %%)%n",
                what,
                inWindow,
                samples,
                100 * share,
                stood,
                seconds,
                stood / seconds / 10);
        return share;
    }
}
