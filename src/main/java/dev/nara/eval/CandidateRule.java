package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.split.Notation;
import dev.nara.split.Split;
import java.util.List;

/** What the items to find are ranked among; a pure function of the dataset, its split, its argument and a seed. */
interface CandidateRule extends Notation {
    /** The candidates; {@code argument} is what follows the colon, as {@link #argument} spells it. */
    Candidates candidates(Dataset dataset, Split split, String argument, long seed) throws DataException;

    /** Whether another seed ranks among others. */
    default boolean draws() {
        return false;
    }

    /** Whether it ranks among samples and not in the whole catalogue, which makes figures higher. */
    default boolean amongSamples() {
        return true;
    }

    /** The argument with what the data decides where nothing is said. */
    default String resolved(Dataset dataset, String argument) {
        return argument;
    }

    /** What is to be found, of what the split holds out. */
    default Split finding(Split split, String argument) {
        return split;
    }

    /** Ways to evaluate a model of that split with this rule, as they are written. */
    default List<String> usual(Split split) {
        return examples();
    }

    /** What takes its place where the training part of the split is cut once more; "" for the same. */
    default String validation() {
        return "";
    }
}
