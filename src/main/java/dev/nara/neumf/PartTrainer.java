package dev.nara.neumf;

import java.util.List;

/** Trains the parts of a model: in this process, or on a cluster. */
@FunctionalInterface
public interface PartTrainer {
    /** Prepares to train these parts. */
    Training start(List<NeuMfPart> parts);

    /** A training of given parts. */
    interface Training extends AutoCloseable {
        /** Begins an epoch with the rows of each part's users. */
        void begin(List<LearntArrays> users);

        /** Trains a round of every part and returns the mean of their weights. */
        PartOutcome round(LearntArrays shared, NeuMfPart.Round round);

        /** Ends an epoch: the rows of each part's users. */
        List<LearntArrays> end();

        @Override
        void close();
    }
}
