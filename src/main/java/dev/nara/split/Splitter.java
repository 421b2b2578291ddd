package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;

/** One way to cut a dataset; a pure function of the dataset, its argument and a seed. */
public interface Splitter {
    /** The word before the colon in {@code --split}. */
    String name();

    /** Cuts the dataset; {@code argument} is what follows the colon, "" for nothing. */
    Split split(Dataset dataset, String argument, long seed) throws DataException;
}
