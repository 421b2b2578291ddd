package dev.nara.baseline;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Recommender;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fitting that is complete after one epoch and has no loss. */
final class Direct implements Fitting {
    /** Computes the whole model and reports progress. */
    @FunctionalInterface
    interface Learning {
        Recommender learn(EpochProgress progress);
    }

    private final long parameterCount;
    private final Learning learning;
    private @Nullable Recommender learnt;

    Direct(long parameterCount, Learning learning) {
        this.parameterCount = parameterCount;
        this.learning = learning;
    }

    @Override
    public List<Phase> phases() {
        return List.of(new Phase("train", 1));
    }

    @Override
    public long parameterCount() {
        return parameterCount;
    }

    @Override
    public double epoch(EpochProgress progress) {
        learnt = learning.learn(progress);
        progress.batch(1, 1, 0);
        return 0;
    }

    @Override
    public Recommender recommender() {
        return Objects.requireNonNull(learnt, "no epoch yet");
    }

    @Override
    public void close() {}
}
