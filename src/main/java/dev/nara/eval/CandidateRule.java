package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.split.Notation;
import dev.nara.split.Split;
import java.util.List;

/** Chooses the items that held-out items are ranked against; a pure function of the dataset, its split, its argument and a seed. */
interface CandidateRule extends Notation {
    /** The candidates; {@code argument} is what follows the colon, in its normal spelling. */
    Candidates candidates(Dataset dataset, Split split, String argument, long seed) throws DataException;

    /** Whether another seed gives other candidates. */
    default boolean draws() {
        return false;
    }

    /** Whether it ranks among sampled negatives, which gives higher figures than the whole catalogue. */
    default boolean amongSamples() {
        return true;
    }

    /** The argument, with what the data decides filled in where nothing was written. */
    default String resolved(Dataset dataset, String argument) {
        return argument;
    }

    /** The split restricted to the held-out items that this rule counts. */
    default Split finding(Split split, String argument) {
        return split;
    }

    /** The protocols to suggest for models of that split under this rule, as they are written. */
    default List<String> usual(Split split) {
        return examples();
    }

    /** The rule to use for the validation part; "" for the same. */
    default String validation() {
        return "";
    }
}
