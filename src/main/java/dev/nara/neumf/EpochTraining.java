package dev.nara.neumf;

import dev.nara.algorithm.EpochProgress;
import java.util.Map;

/** Trains the weights of a phase epoch by epoch, wherever the steps are done. */
interface EpochTraining extends AutoCloseable {
    /** Trains on the examples of an epoch and returns the mean loss, or the first that is not a finite number. */
    double run(long orderSeed, long drawSeed, EpochProgress progress);

    /** What the last step of the epoch did to the weights; empty where it is not known. */
    Map<String, Double> health();

    @Override
    void close();
}
