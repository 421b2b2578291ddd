package dev.nara.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one kind, of which the newest wins: only its result or its error is delivered. Work for an older one is not begun
 * if it still waits, and can learn that it was superseded if it is under way. Touched on the JavaFX thread only.
 */
public final class Latest {
    private final Jobs jobs;
    private volatile @Nullable Request newest;

    /** Requests whose work those jobs do. */
    public Latest(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Work that may take long, and looks now and then whether its result is still needed. */
    @FunctionalInterface
    public interface Work<T> {
        T of(Request request) throws Exception;
    }

    /** One request; may be asked on any thread. */
    public final class Request {
        private Request() {}

        /** Whether its result is no longer needed. */
        public boolean superseded() {
            return !equals(newest);
        }

        /**
         * Ends work that is no longer needed.
         *
         * @throws CancellationException if it was superseded
         */
        public void check() {
            if (superseded()) {
                throw new CancellationException();
            }
        }
    }

    /** Does the work elsewhere and hands its result to {@code done}; an error is shown as {@link Jobs} shows all. */
    public <T> void run(Callable<T> work, Consumer<T> done) {
        run(work, done, jobs::failed);
    }

    /** The same with an answer to errors of its own. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        run(request -> work.call(), done, failed);
    }

    /** The same for work that can be ended early. */
    public <T> void run(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Request request = new Request();
        newest = request;
        jobs.run(
                () -> {
                    request.check();
                    return work.of(request);
                },
                result -> {
                    if (end(request)) {
                        done.accept(result);
                    }
                },
                error -> {
                    if (end(request)) {
                        failed.accept(error);
                    }
                });
    }

    /** Whether the request is the newest, which it then no longer is: what it asked for is there. */
    private boolean end(Request request) {
        boolean delivered = request.equals(newest);
        if (delivered) {
            newest = null;
        }
        return delivered;
    }

    /** Gives up what was requested so far: nothing of it is delivered. */
    public void cancel() {
        newest = null;
    }

    /** Whether a result is still to come. */
    public boolean underWay() {
        return newest != null;
    }
}
