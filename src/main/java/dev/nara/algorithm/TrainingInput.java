package dev.nara.algorithm;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;

/**
 * What an algorithm trains on.
 *
 * @param dataset ids and attributes; its interactions include held-out rows and must not be trained on
 * @param train the training rows
 * @param engine "auto" or the id of one of the algorithm's engines; "" if it has none
 * @param device "auto", "cpu" or "gpu0", "gpu1", …
 */
public record TrainingInput(Dataset dataset, Interactions train, String engine, String device) {
    /** A copy for another device. */
    public TrainingInput on(String other) {
        return new TrainingInput(dataset, train, engine, other);
    }

    /** The number of users. */
    public int users() {
        return train.users();
    }

    /** The number of items in the catalogue. */
    public int items() {
        return train.items();
    }
}
