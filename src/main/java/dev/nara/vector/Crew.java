package dev.nara.vector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share out the tasks of one phase after another, hundreds of thousands of phases an epoch. Each thread begins
 * with the same tasks every time, whose data its core has at hand, and then helps the others; a thread that the system
 * lets wait holds up nobody but for the task it has taken. Between two phases they wait awake for some microseconds, then
 * sleep. The caller is one of them.
 */
final class Crew implements AutoCloseable {
    private static final int MOST_TASKS = 256;
    private static final int SPINS = 2000;
    /** Apart from each other by a cache line. */
    private static final int SPACING = 16;

    /** For each task the last phase in which it was taken. */
    private final AtomicIntegerArray taken = new AtomicIntegerArray(MOST_TASKS * SPACING);

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread[] helpers;
    private IntConsumer work = task -> {};
    private int tasks;
    private volatile int phase;
    private volatile boolean closed;

    /** With that many threads, the caller's among them. */
    Crew(int threads) {
        helpers = new Thread[threads - 1];
        for (int h = 0; h < helpers.length; h++) {
            int member = h + 1;
            helpers[h] = new Thread(() -> help(member), "kernel-" + member);
            helpers[h].setDaemon(true);
            helpers[h].start();
        }
    }

    /** Does tasks 0 … count - 1, at most 256, in any order, and returns when all are done. */
    void run(int count, IntConsumer task) {
        if (count <= 1 || helpers.length == 0) {
            for (int t = 0; t < count; t++) {
                task.accept(t);
            }
            return;
        }
        work = task;
        tasks = count;
        done.set(0);
        int current = phase + 1;
        phase = current;
        for (Thread helper : helpers) {
            if (LockSupport.getBlocker(helper) == this) {
                LockSupport.unpark(helper);
            }
        }
        takeTasks(0, current, count);
        for (int spins = 0; done.get() < count; spins++) {
            pause(spins);
        }
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a helper without a core must get one before the caller can go on
    private static void pause(int spins) {
        if (spins % SPINS == SPINS - 1) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    private void takeTasks(int member, int current, int count) {
        int threads = helpers.length + 1;
        for (int first = member; first < member + threads; first++) {
            for (int t = first % threads; t < count; t += threads) {
                // Of a phase that is over every task was taken in that phase or later, so a latecomer finds nothing.
                int last = taken.get(t * SPACING);
                if (last < current && taken.compareAndSet(t * SPACING, last, current)) {
                    doTask(t);
                }
            }
        }
    }

    private void doTask(int task) {
        try {
            work.accept(task);
        } catch (RuntimeException | Error e) {
            failure.set(e);
        } finally {
            done.incrementAndGet();
        }
    }

    private void help(int member) {
        int seen = 0;
        while (!closed) {
            int current = phase;
            for (int spins = 0; current == seen && !closed && spins < SPINS; spins++) {
                Thread.onSpinWait();
                current = phase;
            }
            if (current == seen) {
                LockSupport.park(this);
            } else {
                takeTasks(member, current, Math.min(tasks, MOST_TASKS));
                seen = current;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
