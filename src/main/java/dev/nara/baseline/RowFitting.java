package dev.nara.baseline;

import dev.nara.algebra.MatrixProducts;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Fits the rows of alternating least squares, in this process or on a cluster. */
@FunctionalInterface
public interface RowFitting {
    /** Prepares to fit the rows of a side, epoch by epoch. */
    Side side(ObservedRows observed);

    /** The rows of a side. */
    interface Side extends AutoCloseable {
        /**
         * Fits every row.
         *
         * @param factors shape [rows * dimension], replaced
         * @param each called once per row, on any thread
         */
        void fit(HalfSweep sweep, float[] factors, Runnable each);

        @Override
        default void close() {}
    }

    /** In this process, on all threads of the caller's pool; each thread takes further rows when it is done. */
    static RowFitting here(MatrixProducts products) {
        int stretch = 32;
        return observed -> (sweep, factors, each) -> {
            AtomicInteger next = new AtomicInteger();
            int count = observed.size();
            ForkJoinPool given = ForkJoinTask.getPool();
            int threads = given == null ? Runtime.getRuntime().availableProcessors() : given.getParallelism();
            IntStream.range(0, threads).parallel().forEach(worker -> {
                HalfSweep.Rows rows = sweep.rows(products);
                int first = next.getAndAdd(stretch);
                while (first < count) {
                    ObservedRows some = observed.part(first, Math.min(count, first + stretch));
                    rows.fitAll(some, factors, first, n -> each.run());
                    first = next.getAndAdd(stretch);
                }
            });
        };
    }
}
