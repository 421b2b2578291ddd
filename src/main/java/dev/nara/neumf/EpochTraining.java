package dev.nara.neumf;

import dev.nara.algorithm.EpochProgress;
import java.util.Map;

/** Trains the weights of a phase epoch by epoch, locally or on a cluster. */
interface EpochTraining extends AutoCloseable {
    /** Trains on the examples of an epoch and returns the mean loss, or the first one that is NaN or infinite. */
    double run(long orderSeed, long drawSeed, EpochProgress progress);

    /** What the last step of the epoch did to the weights; empty if unknown. */
    Map<String, Double> health();

    @Override
    void close();
}
