package dev.nara.algorithm;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;

/**
 * What an algorithm trains on.
 *
 * @param dataset ids and attributes; its interactions hold the truth as well and are not to be trained on
 * @param train the rows to train on
 * @param engine "auto" or the name of one of the algorithm's engines; "" where it has none
 * @param device "auto", "cpu" or "gpu0", "gpu1", …
 */
public record TrainingInput(Dataset dataset, Interactions train, String engine, String device) {
    /** The same on another device. */
    public TrainingInput on(String other) {
        return new TrainingInput(dataset, train, engine, other);
    }

    /** How many users there are. */
    public int users() {
        return train.users();
    }

    /** How many items the catalogue has. */
    public int items() {
        return train.items();
    }
}
