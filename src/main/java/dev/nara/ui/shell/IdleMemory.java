package dev.nara.ui.shell;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Returns memory to the system while the window is idle: Java collects garbage only when its heap is full, and would keep what a training
 * used for days. Does nothing while the program computes.
 */
final class IdleMemory {
    /** The interval between checks; garbage is collected within two checks after the work. */
    static final Duration EVERY = Duration.ofSeconds(20);

    /** The program is idle if it uses less than one in this many seconds of a processor. */
    private static final int IDLE = 10;

    private static final long WORTH = 32L << 20;

    private final Supplier<Duration> processor;
    private final LongSupplier heap;
    private final Runnable collect;
    private Duration before = Duration.ZERO;
    private long left;

    /**
     * @param processor returns the processor time of the program
     * @param heap returns the bytes in use, including garbage
     * @param collect collects garbage
     */
    IdleMemory(Supplier<Duration> processor, LongSupplier heap, Runnable collect) {
        this.processor = processor;
        this.heap = heap;
        this.collect = collect;
    }

    /** For this program; if the system does not report its processor time, it counts as idle. */
    static IdleMemory ofThis() {
        Runtime runtime = Runtime.getRuntime();
        return new IdleMemory(
                () -> ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
                () -> runtime.totalMemory() - runtime.freeMemory(),
                System::gc);
    }

    /** Checks whether to collect; called every {@link #EVERY}. */
    void look() {
        Duration now = processor.get();
        boolean idle = now.minus(before).multipliedBy(IDLE).compareTo(EVERY) < 0;
        before = now;
        left = Math.min(left, heap.getAsLong());
        if (idle && heap.getAsLong() - left > WORTH) {
            collect.run();
            left = heap.getAsLong();
        }
    }
}
