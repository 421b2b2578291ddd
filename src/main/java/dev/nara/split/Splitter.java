package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;

/** One way to cut a dataset; a pure function of the dataset, its argument and a seed. */
public interface Splitter extends Notation {
    /** Splits the dataset; {@code argument} is what follows the colon, in its normal spelling. */
    Split split(Dataset dataset, String argument, long seed) throws DataException;

    /** Whether another seed gives another split. */
    default boolean draws() {
        return false;
    }

    /** Why figures on its splits are better than they would be on future data. */
    default Split.Flattery flattery() {
        return Split.Flattery.NONE;
    }

    /** Whether it holds out one item per user, for which the literature has its own metrics. */
    default boolean holdsOutOne() {
        return false;
    }

    /**
     * How the training part is split for validation, so that settings can be chosen without looking at the test part; by default the way
     * the whole was split.
     *
     * @param split what this splitter made of the dataset with that argument
     */
    default String validation(Dataset dataset, Split split, String argument) {
        return Register.written(this, argument);
    }
}
