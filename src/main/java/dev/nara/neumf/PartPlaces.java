package dev.nara.neumf;

import java.util.List;

/** Where the parts of a model are trained: in this program, or by a cluster's machines. */
@FunctionalInterface
public interface PartPlaces {
    /** Puts parts where they are trained. */
    Placed place(List<NeuMfPart> parts);

    /** Parts in their places. */
    interface Placed extends AutoCloseable {
        /** Begins an epoch with the rows of each part's users. */
        void begin(List<LearntArrays> users);

        /** Trains a round of every part and returns the mean of what they have learnt. */
        PartOutcome round(LearntArrays shared, NeuMfPart.Round round);

        /** Ends an epoch: the rows of each part's users. */
        List<LearntArrays> end();

        @Override
        void close();
    }
}
