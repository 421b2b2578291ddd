package dev.nara.spark;

import dev.nara.data.DataException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/**
 * Runs work on the threads that a task may use: parallel streams use the pool in which they are started, and outside a pool all cores of
 * the machine. Errors are converted to plain text, because Spark does not transfer the original exceptions completely.
 */
final class GivenThreads implements AutoCloseable {
    private final ForkJoinPool pool;

    GivenThreads(int threads) {
        pool = new ForkJoinPool(threads);
    }

    <T> T run(Callable<T> work) {
        try {
            return pool.submit(work).get();
        } catch (ExecutionException e) {
            throw sendable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The message of the deepest cause, as an exception that can be sent to another machine. */
    static IllegalStateException sendable(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataException wrong) {
                return new IllegalStateException(wrong.message(Locale.ENGLISH));
            }
        }
        return new IllegalStateException(error);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
