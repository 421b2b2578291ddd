package dev.nara.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs requests of one kind, of which only the newest counts: only its result or error is delivered. Work of an older one is not started if
 * it still waits, and can check whether it was superseded while it runs. Only for the JavaFX thread.
 */
public final class Latest {
    private final Jobs jobs;
    private volatile @Nullable Request newest;

    /** Requests that run as these jobs. */
    public Latest(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Long work that can check from time to time whether its result is still needed. */
    @FunctionalInterface
    public interface Work<T> {
        T of(Request request) throws Exception;
    }

    /** A request; can be queried on any thread. */
    public final class Request {
        private Request() {}

        /** Whether the result is no longer needed. */
        public boolean superseded() {
            return !equals(newest);
        }

        /**
         * Stops work that is no longer needed.
         *
         * @throws CancellationException if it was superseded
         */
        public void check() {
            if (superseded()) {
                throw new CancellationException();
            }
        }
    }

    /** Runs the work and passes its result to {@code done}; errors are handled as by {@link Jobs}. */
    public <T> void run(Callable<T> work, Consumer<T> done) {
        run(work, done, jobs::failed);
    }

    /** The same with an error handler of its own. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        run(request -> work.call(), done, failed);
    }

    /** The same for work that can stop early. */
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

    /** Ends the request; returns whether it was the newest, so that its outcome is delivered. */
    private boolean end(Request request) {
        boolean delivered = request.equals(newest);
        if (delivered) {
            newest = null;
        }
        return delivered;
    }

    /** Discards the current request; its outcome will not be delivered. */
    public void cancel() {
        newest = null;
    }

    /** Whether a result is still expected. */
    public boolean underWay() {
        return newest != null;
    }
}
