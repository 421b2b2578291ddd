package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;

/** One way to cut a dataset; a pure function of the dataset, its argument and a seed. */
public interface Splitter extends Notation {
    /** Cuts the dataset; {@code argument} is what follows the colon, as {@link #argument} spells it. */
    Split split(Dataset dataset, String argument, long seed) throws DataException;

    /** Whether another seed cuts otherwise. */
    default boolean draws() {
        return false;
    }

    /** Why its figures are better than those of the future. */
    default Split.Flattery flattery() {
        return Split.Flattery.NONE;
    }

    /** Whether it is a way to hold out one item a user, for which the literature has metrics of its own. */
    default boolean holdsOutOne() {
        return false;
    }

    /**
     * How the training part is cut once more, so that settings can be chosen without a look at what is to be found in the
     * end: as the whole was.
     *
     * @param split what this splitter made of the dataset with that argument
     */
    default String validation(Dataset dataset, Split split, String argument) {
        return Register.written(this, argument);
    }
}
