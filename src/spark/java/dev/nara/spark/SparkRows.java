package dev.nara.spark;

import dev.nara.baseline.HalfSweep;
import dev.nara.baseline.ObservedRows;
import dev.nara.baseline.RowFitting;
import dev.nara.vector.VectorEngine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * Fits the rows of alternating least squares on the machines that hold them: observed pairs stay there from the first epoch on; in each
 * half epoch the factors of the other side are sent to every machine once, and those of the rows are returned.
 */
final class SparkRows implements RowFitting {
    /** Blocks per core, so that a slow machine delays little. */
    private static final int A_CORE = 4;

    private final JavaSparkContext context;

    SparkRows(JavaSparkContext context) {
        this.context = context;
    }

    /** Consecutive rows; {@code first} is the number of the first one. */
    private record Block(int first, ObservedRows rows) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** The factors of a block's rows: [rows * dimension]. */
    private static final class Fitted implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int first;
        private final float[] factors;

        Fitted(int first, float[] factors) {
            this.first = first;
            this.factors = factors;
        }
    }

    @Override
    public Side side(ObservedRows observed) {
        int count = Math.max(1, Math.min(observed.size(), A_CORE * context.defaultParallelism()));
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            int from = (int) ((long) b * observed.size() / count);
            int to = (int) ((b + 1L) * observed.size() / count);
            blocks.add(new Block(from, observed.part(from, to)));
        }
        // Distributed once; later tasks do not contain them.
        JavaRDD<Block> kept = context.parallelize(blocks, count)
                .keyBy(Block::first)
                .partitionBy(new HashPartitioner(count))
                .values()
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new OnMachines(kept);
    }

    private final class OnMachines implements Side {
        private final JavaRDD<Block> blocks;

        OnMachines(JavaRDD<Block> blocks) {
            this.blocks = blocks;
        }

        @Override
        public void fit(HalfSweep sweep, float[] factors, Runnable each) {
            Broadcast<HalfSweep> other = context.broadcast(sweep);
            Broadcast<float[]> before = context.broadcast(sweep.needsRows() ? factors : new float[0]);
            int d = sweep.dimension();
            for (Fitted block : blocks.map(block -> fitted(other.value(), before.value(), block))
                    .collect()) {
                System.arraycopy(block.factors, 0, factors, block.first * d, block.factors.length);
                for (int n = 0; n < block.factors.length / d; n++) {
                    each.run();
                }
            }
            other.destroy();
            before.destroy();
        }

        @Override
        public void close() {
            blocks.unpersist();
        }
    }

    private static Fitted fitted(HalfSweep sweep, float[] before, Block block) {
        int d = sweep.dimension();
        float[] factors = new float[block.rows.size() * d];
        if (before.length > 0) {
            System.arraycopy(before, block.first * d, factors, 0, factors.length);
        }
        sweep.rows(VectorEngine.arithmetic()).fitAll(block.rows, factors, 0, n -> {});
        return new Fitted(block.first, factors);
    }
}
