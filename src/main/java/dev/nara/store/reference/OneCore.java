package dev.nara.store.reference;

import dev.nara.data.DataException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/** Runs parallel work on a single core, so that a training running at the same time keeps the others. */
final class OneCore {
    private OneCore() {}

    /** Does the work; parallel streams in it use only one thread. Throws what the work throws. */
    static <T> T run(Callable<T> work) throws DataException {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            return pool.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DataException problem) {
                throw problem;
            }
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
