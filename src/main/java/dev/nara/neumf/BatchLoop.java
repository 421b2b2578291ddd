package dev.nara.neumf;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Examples;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Trains on the examples of an epoch, one batch after another. */
final class BatchLoop {
    private final TrainingStep step;
    private final NeuMfWeights weights;
    private final Optimizer optimizer;
    private final boolean onGpu;
    private final ExampleBatch[] batches;
    private Map<String, Double> health = Map.of();

    /** Steps of at most {@code batchSize} examples, which change these weights by this optimiser. */
    BatchLoop(TrainingStep step, NeuMfWeights weights, Optimizer optimizer, boolean onGpu, int batchSize) {
        this.step = step;
        this.weights = weights;
        this.optimizer = optimizer;
        this.onGpu = onGpu;
        batches = new ExampleBatch[] {new ExampleBatch(batchSize), new ExampleBatch(batchSize)};
    }

    /** Trains on all examples and returns the mean loss, or the first loss that is not a finite number. */
    double run(Examples examples, EpochProgress progress) {
        double lossSum = 0;
        long done = 0;
        progress.batch(0, examples.total(), Double.NaN);
        ExampleBatch ready = batches[0];
        ExampleBatch next = batches[1];
        @Nullable StepHealth looked = null;
        examples.next(ready);
        while (ready.size() > 0) {
            if (done + ready.size() >= examples.total()) {
                looked = new StepHealth(step, weights, ready, optimizer);
            }
            double loss = run(ready, examples, next, progress::within);
            done += ready.size();
            lossSum += loss;
            progress.batch(done, examples.total(), loss / ready.size());
            if (!Double.isFinite(loss)) {
                step.fetch();
                return loss;
            }
            ExampleBatch spent = ready;
            ready = next;
            next = spent;
        }
        step.fetch();
        if (looked != null) {
            health = looked.after();
        }
        return lossSum / Math.max(1, done);
    }

    /**
     * Trains on a batch and prepares the next one: in parallel if a GPU trains. On two cores, preparing batches on another thread made
     * small batches on MXNet a third slower and large ones no faster.
     */
    private double run(ExampleBatch ready, Examples examples, ExampleBatch next, Runnable between) {
        if (!onGpu) {
            double loss = step.run(ready, between);
            between.run();
            examples.next(next);
            return loss;
        }
        CompletableFuture<Void> ahead = CompletableFuture.runAsync(() -> examples.next(next));
        try {
            return step.run(ready, between);
        } finally {
            ahead.join();
        }
    }

    /** What the last step of the epoch did to the weights; empty if it was not reached. */
    Map<String, Double> health() {
        return health;
    }
}
