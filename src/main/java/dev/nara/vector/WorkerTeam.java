package dev.nara.vector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the tasks of one phase after another, hundreds of thousands of phases per epoch. Each thread
 * starts with the same tasks every time, whose data is in its core's cache, and then helps the others; a descheduled
 * thread delays only the task it has taken. Between two phases threads spin for some microseconds, then sleep. The
 * caller is one of them.
 */
final class WorkerTeam implements AutoCloseable {
    private static final int MOST_TASKS = 256;
    private static final int SPINS = 2000;
    /** Counters are two cache lines apart, because processors prefetch lines in pairs. */
    private static final int SPACING = 16;
    /** Bits of a counter that count tasks; those above them tell the phase. */
    private static final int BITS = 9;

    /** The current work; one object, so that no thread sees a partial update. */
    private record Phase(long number, int tasks, IntConsumer work) {}

    /** Per thread, the last phase in which one of the tasks it starts with was taken, and how many were. */
    private final AtomicLongArray taken;

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread[] helpers;
    private volatile Phase phase = new Phase(0, 0, task -> {});
    private volatile boolean closed;

    /** With this number of threads, including the caller's. */
    WorkerTeam(int threads) {
        helpers = new Thread[threads - 1];
        taken = new AtomicLongArray(threads * SPACING);
        for (int h = 0; h < helpers.length; h++) {
            int member = h + 1;
            helpers[h] = new Thread(() -> help(member), "kernel-" + member);
            helpers[h].setDaemon(true);
            helpers[h].start();
        }
    }

    /**
     * Runs tasks 0 … tasks - 1, at most 256, in any order, and returns when all are done; rethrows what a task threw.
     */
    void run(int tasks, IntConsumer work) {
        if (tasks > MOST_TASKS) {
            throw new IllegalArgumentException(tasks + " tasks");
        }
        if (tasks <= 1 || helpers.length == 0) {
            for (int t = 0; t < tasks; t++) {
                work.accept(t);
            }
            return;
        }
        done.set(0);
        Phase current = new Phase(phase.number + 1, tasks, work);
        phase = current;
        for (Thread helper : helpers) {
            // A thread that is just going to sleep may miss this; it is woken for the next phase.
            if (LockSupport.getBlocker(helper) == this) {
                LockSupport.unpark(helper);
            }
        }
        takeTasks(0, current);
        for (int spins = 0; done.get() < tasks; spins++) {
            pause(spins);
        }
        rethrow(failure.getAndSet(null));
    }

    private static void rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a worker without a core needs one before the caller can continue
    private static void pause(int spins) {
        if (spins % SPINS == SPINS - 1) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    private void takeTasks(int member, Phase current) {
        int threads = helpers.length + 1;
        int finished = 0;
        for (int first = member; first < member + threads; first++) {
            int owner = first % threads;
            for (int t = next(owner, current); t < current.tasks; t = next(owner, current)) {
                doTask(t, current.work);
                finished++;
            }
        }
        if (finished > 0) {
            done.addAndGet(finished);
        }
    }

    /** Takes the next of a thread's own tasks: owner, owner + threads, …; a number beyond all tasks if none is left. */
    private int next(int owner, Phase current) {
        while (true) {
            // After a phase, all its tasks have been taken in it, so a late thread finds nothing to do.
            long last = taken.get(owner * SPACING);
            long phaseOfLast = last >>> BITS;
            int count = phaseOfLast == current.number ? (int) (last - (phaseOfLast << BITS)) : 0;
            int task = owner + count * (helpers.length + 1);
            if (phaseOfLast > current.number || task >= current.tasks) {
                return Integer.MAX_VALUE;
            }
            if (taken.compareAndSet(owner * SPACING, last, (current.number << BITS) + count + 1)) {
                return task;
            }
        }
    }

    private void doTask(int task, IntConsumer work) {
        try {
            work.accept(task);
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    private void help(int member) {
        long seen = 0;
        while (!closed) {
            Phase current = phase;
            for (int spins = 0; current.number == seen && !closed && spins < SPINS; spins++) {
                Thread.onSpinWait();
                current = phase;
            }
            if (current.number == seen) {
                LockSupport.park(this);
            } else {
                takeTasks(member, current);
                seen = current.number;
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
