package dev.nara.ui.shell;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Gives the system back what work left behind once the window is idle: Java collects only when its heap is full, and would keep
 * for days what a training needed. While anything computes nothing is done.
 */
final class IdleMemory {
    /** How often to look; what is left behind goes within two looks of the end of the work. */
    static final Duration EVERY = Duration.ofSeconds(20);

    /** One in so many seconds of a processor is what an idle window takes. */
    private static final int IDLE = 10;

    private static final long WORTH = 32L << 20;

    private final Supplier<Duration> processor;
    private final LongSupplier heap;
    private final Runnable collect;
    private Duration before = Duration.ZERO;
    private long left;

    /**
     * @param processor the time that the program has computed
     * @param heap bytes in use, what is not needed any more among them
     * @param collect frees those
     */
    IdleMemory(Supplier<Duration> processor, LongSupplier heap, Runnable collect) {
        this.processor = processor;
        this.heap = heap;
        this.collect = collect;
    }

    /** That of this program; where the system does not tell what it has computed, it counts as idle. */
    static IdleMemory ofThis() {
        Runtime runtime = Runtime.getRuntime();
        return new IdleMemory(
                () -> ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
                () -> runtime.totalMemory() - runtime.freeMemory(),
                System::gc);
    }

    /** Called every {@link #EVERY}. */
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
