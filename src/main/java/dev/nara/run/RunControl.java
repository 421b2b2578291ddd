package dev.nara.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Passes requests to a run on another thread, which follows them at the next batch: pause, resume, cancel, leave. */
public final class RunControl {
    private static final Pauses UNNOTICED = new Pauses() {
        @Override
        public void paused() {}

        @Override
        public void resumed() {}
    };

    /** How often requests of other processes are polled. */
    private static final long LOOK_MILLIS = 250;

    /** What is requested of a run. */
    public enum Request {
        /** Train. */
        RUN,
        /** Wait. */
        PAUSE,
        /** End permanently. */
        CANCEL,
        /** Stop working on the run so that it can be resumed later. */
        LEAVE
    }

    private volatile Request request = Request.RUN;
    private Pauses pauses = UNNOTICED;
    private volatile boolean paused;
    private final Supplier<Optional<RunRequest>> others;
    private final AtomicLong looked = new AtomicLong(System.nanoTime());

    /** For requests of this process alone. */
    public RunControl() {
        this(Optional::empty);
    }

    /** {@code others} returns the latest request of other processes, if any, and is polled a few times per second. */
    public RunControl(Supplier<Optional<RunRequest>> others) {
        this.others = others;
    }

    /** Is notified of pauses on the run's thread. */
    interface Pauses {
        /** The run has paused. */
        void paused();

        /** The run continues. */
        void resumed();
    }

    /** Thrown in a run that is left, to be resumed by another process. */
    public static final class Left extends CancellationException {
        private static final long serialVersionUID = 1L;
    }

    synchronized void onPause(Pauses listener) {
        pauses = listener;
    }

    /** Pauses the run at the next batch, until it is resumed, cancelled or left. */
    public void pause() {
        request(Request.PAUSE);
    }

    /** Continues after a pause. */
    public void resume() {
        request(Request.RUN);
    }

    /** Ends the run permanently; finished epochs are kept. */
    public void cancel() {
        request(Request.CANCEL);
    }

    /** Ends the work on the run but not the run: it stays paused, and another process can resume it. */
    public void leave() {
        request(Request.LEAVE);
    }

    /** The current request, of this process or of others; for runs that train on another machine. */
    public Request asked() {
        readRequestsOfOthers();
        return request;
    }

    /** Adopts a request made on another machine. */
    public void follow(Request asked) {
        request(asked);
    }

    private synchronized void request(Request other) {
        if (!ending()) {
            request = other;
            notifyAll();
        }
    }

    /** Whether the run is to be cancelled or left. */
    public boolean ending() {
        return request == Request.CANCEL || request == Request.LEAVE;
    }

    /**
     * Returns at once, or blocks while the run is paused.
     *
     * @throws CancellationException if the run is to end
     */
    public void check() {
        readRequestsOfOthers();
        if (request != Request.RUN || paused) {
            pauseHere();
        }
        if (request == Request.LEAVE) {
            throw new Left();
        }
        if (request == Request.CANCEL) {
            throw new CancellationException();
        }
    }

    /** Several threads of a run may pause here; one of them notifies the listener, outside the lock, because that may take long. */
    private void pauseHere() {
        if (request == Request.PAUSE && changePaused(true)) {
            pauses.paused();
        }
        awaitOtherRequest();
        if (request == Request.RUN && changePaused(false)) {
            pauses.resumed();
        }
    }

    /** Returns whether the state changed. */
    private synchronized boolean changePaused(boolean now) {
        boolean changes = paused != now;
        paused = now;
        return changes;
    }

    /** Polls requests of other processes outside the lock, so that a thread with its own request never waits for the poll. */
    private void awaitOtherRequest() {
        while (request == Request.PAUSE) {
            awaitChange();
            readRequestsOfOthers();
        }
    }

    private synchronized void awaitChange() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
        while (request == Request.PAUSE && System.nanoTime() < until) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                request = Request.CANCEL;
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Of a run's threads, the first to get here after the interval polls. */
    private void readRequestsOfOthers() {
        long before = looked.get();
        long now = System.nanoTime();
        if (now - before >= TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS) && looked.compareAndSet(before, now)) {
            others.get().ifPresent(this::carryOut);
        }
    }

    private void carryOut(RunRequest asked) {
        switch (asked) {
            case PAUSE -> pause();
            case GO_ON -> resume();
            case STOP -> cancel();
        }
    }
}
