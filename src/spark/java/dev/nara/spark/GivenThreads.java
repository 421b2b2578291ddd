package dev.nara.spark;

import dev.nara.data.DataException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/**
 * Work on the threads that a task was given: parallel streams take those of the pool that they are started in, and elsewhere all
 * that the machine has. What goes wrong is told in plain words, since exceptions travel without what they were made of.
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
            throw told(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The deepest cause in words that survive the way to another machine. */
    static IllegalStateException told(Throwable error) {
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
