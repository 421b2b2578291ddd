package dev.nara.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Wishes of one thread for a run on another, fulfilled at the next batch: to pause, to go on, to stop, to leave. */
public final class RunControl {
    private static final Pauses UNNOTICED = new Pauses() {
        @Override
        public void paused() {}

        @Override
        public void resumed() {}
    };

    /** From one look at what other programs wish to the next. */
    private static final long LOOK_MILLIS = 250;

    private enum Wish {
        RUN,
        PAUSE,
        CANCEL,
        LEAVE
    }

    private volatile Wish wish = Wish.RUN;
    private Pauses pauses = UNNOTICED;
    private volatile boolean paused;
    private final Supplier<Optional<RunRequest>> others;
    private final AtomicLong looked = new AtomicLong(System.nanoTime());

    /** Of this program alone. */
    public RunControl() {
        this(Optional::empty);
    }

    /** {@code others} takes what other programs wish, if anything; it is asked a few times a second. */
    public RunControl(Supplier<Optional<RunRequest>> others) {
        this.others = others;
    }

    /** Hears of pauses, on the run's thread. */
    interface Pauses {
        /** The run stands still. */
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

    /** Stands still at the next batch, until told to go on, to stop or to leave. */
    public void pause() {
        become(Wish.PAUSE);
    }

    /** Goes on after a pause. */
    public void resume() {
        become(Wish.RUN);
    }

    /** Ends the run for good; what is finished is kept. */
    public void cancel() {
        become(Wish.CANCEL);
    }

    /** Ends the work on the run but not the run: it stays paused and can be resumed by another process. */
    public void leave() {
        become(Wish.LEAVE);
    }

    private synchronized void become(Wish other) {
        if (wish != Wish.CANCEL && wish != Wish.LEAVE) {
            wish = other;
            notifyAll();
        }
    }

    /** Whether the run is to end, for good or not. */
    public boolean ending() {
        return wish == Wish.CANCEL || wish == Wish.LEAVE;
    }

    /**
     * Does nothing while all is well; stands still as long as a pause is wished.
     *
     * @throws CancellationException when the run is to end
     */
    public void check() {
        lookAround();
        if (wish != Wish.RUN || paused) {
            standStill();
        }
        if (wish == Wish.LEAVE) {
            throw new Left();
        }
        if (wish == Wish.CANCEL) {
            throw new CancellationException();
        }
    }

    /** One of the threads that rank tells of the pause; who wishes is never kept waiting by who hears of it. */
    private void standStill() {
        if (wish == Wish.PAUSE && becomes(true)) {
            pauses.paused();
        }
        awaitOtherWish();
        if (wish == Wish.RUN && becomes(false)) {
            pauses.resumed();
        }
    }

    private synchronized boolean becomes(boolean still) {
        boolean changes = paused != still;
        paused = still;
        return changes;
    }

    /** Others are asked outside of the lock, so that who wishes here never waits for it. */
    private void awaitOtherWish() {
        while (wish == Wish.PAUSE) {
            standAWhile();
            lookAround();
        }
    }

    private synchronized void standAWhile() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
        while (wish == Wish.PAUSE && System.nanoTime() < until) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                wish = Wish.CANCEL;
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Heeds what other programs wish, by whichever thread comes by. */
    private void lookAround() {
        long before = looked.get();
        long now = System.nanoTime();
        if (now - before >= TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS) && looked.compareAndSet(before, now)) {
            others.get().ifPresent(this::fulfil);
        }
    }

    private void fulfil(RunRequest asked) {
        switch (asked) {
            case PAUSE -> pause();
            case GO_ON -> resume();
            case STOP -> cancel();
        }
    }
}
