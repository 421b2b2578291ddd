package dev.nara.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Requests of one thread to a run on another, carried out at the next batch: to pause, to go on, to stop, to leave. */
public final class RunControl {
    private static final Pauses UNNOTICED = new Pauses() {
        @Override
        public void paused() {}

        @Override
        public void resumed() {}
    };

    /** The time between two looks at the requests of other programs. */
    private static final long LOOK_MILLIS = 250;

    /** What is asked of a run. */
    public enum Request {
        /** To train. */
        RUN,
        /** To wait. */
        PAUSE,
        /** To end for good. */
        CANCEL,
        /** To be left as it is. */
        LEAVE
    }

    private volatile Request request = Request.RUN;
    private Pauses pauses = UNNOTICED;
    private volatile boolean paused;
    private final Supplier<Optional<RunRequest>> others;
    private final AtomicLong looked = new AtomicLong(System.nanoTime());

    /** Of this program alone. */
    public RunControl() {
        this(Optional::empty);
    }

    /** {@code others} takes the latest request of other programs, if there is one; it is called a few times a second. */
    public RunControl(Supplier<Optional<RunRequest>> others) {
        this.others = others;
    }

    /** Is called about pauses, on the run's thread. */
    interface Pauses {
        /** The run is paused now. */
        void paused();

        /** The run goes on. */
        void resumed();
    }

    /** Thrown where a run is left as it is, to be resumed by another process. */
    public static final class Left extends CancellationException {
        private static final long serialVersionUID = 1L;
    }

    synchronized void onPause(Pauses listener) {
        pauses = listener;
    }

    /** Pauses the run at the next batch, until it is to go on, to stop or to be left. */
    public void pause() {
        request(Request.PAUSE);
    }

    /** Lets the run go on after a pause. */
    public void resume() {
        request(Request.RUN);
    }

    /** Ends the run for good; what is finished is kept. */
    public void cancel() {
        request(Request.CANCEL);
    }

    /** Ends the work on the run but not the run: it stays paused and can be resumed by another process. */
    public void leave() {
        request(Request.LEAVE);
    }

    /** What is asked of the run now, in this program or by others; for one that trains elsewhere. */
    public Request asked() {
        readRequestsOfOthers();
        return request;
    }

    /** Asks for what was asked elsewhere. */
    public void follow(Request asked) {
        request(asked);
    }

    private synchronized void request(Request other) {
        if (!ending()) {
            request = other;
            notifyAll();
        }
    }

    /** Whether the run is to end, for good or not. */
    public boolean ending() {
        return request == Request.CANCEL || request == Request.LEAVE;
    }

    /**
     * Returns at once, or waits as long as the run is to be paused.
     *
     * @throws CancellationException when the run is to end
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

    /** Several threads of a run may be paused here; one of them calls the listener, outside of the lock, as it may take long. */
    private void pauseHere() {
        if (request == Request.PAUSE && changePaused(true)) {
            pauses.paused();
        }
        awaitOtherRequest();
        if (request == Request.RUN && changePaused(false)) {
            pauses.resumed();
        }
    }

    /** Returns whether that changed anything. */
    private synchronized boolean changePaused(boolean now) {
        boolean changes = paused != now;
        paused = now;
        return changes;
    }

    /** Requests of others are read outside of the lock, so that a thread with a request of its own never waits for it. */
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

    /** Of the threads of a run the first that comes here when it is time reads them. */
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
