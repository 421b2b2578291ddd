package dev.nara.eval;

import dev.nara.data.Dataset;
import dev.nara.split.Argument;
import dev.nara.split.Split;
import java.util.Arrays;
import java.util.List;

/**
 * All items. {@code all:kept} allows a user's known items in the list; {@code all:masked} excludes them, and then only new items are held
 * out. {@code all} is one of the two, as {@link SeenItems} decides from the data. {@code all:any-repeat} is what {@code all} meant in runs
 * of earlier versions: kept if any user ever repeats an item, else masked.
 */
final class WholeCatalogue implements CandidateRule {
    private static final String KEPT = "kept";
    private static final String MASKED = "masked";
    private static final String ANY_REPEAT = "any-repeat";
    private static final String NAME = "all";
    static final String WITH_KEPT = NAME + ":" + KEPT;
    static final String WITH_MASKED = NAME + ":" + MASKED;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Argument argument() {
        return Argument.of(
                Argument.words(List.of(KEPT, MASKED)).form(),
                Argument.words(List.of(KEPT, MASKED, ANY_REPEAT))::normal);
    }

    @Override
    public List<String> examples() {
        return List.of(NAME, WITH_KEPT, WITH_MASKED);
    }

    @Override
    public boolean amongSamples() {
        return false;
    }

    @Override
    public List<String> usual(Split split) {
        return List.of(WITH_KEPT, WITH_MASKED);
    }

    @Override
    public String resolved(Dataset dataset, String argument) {
        return argument.isEmpty() ? SeenItems.kept(dataset) ? KEPT : MASKED : argument;
    }

    @Override
    public Split finding(Split split, String argument) {
        if (!argument.equals(MASKED)) {
            return split;
        }
        int[][] known = split.known().distinctItems();
        int[][] truth = new int[known.length][];
        Arrays.parallelSetAll(truth, u -> unknown(split.truth(u), known[u]));
        return split.finding(truth);
    }

    /** The items of the first array that are not in the second, each ascending; the first array itself if nothing is removed. */
    private static int[] unknown(int[] items, int[] known) {
        int[] left = new int[items.length];
        int count = 0;
        int k = 0;
        for (int item : items) {
            while (k < known.length && known[k] < item) {
                k++;
            }
            if (k == known.length || known[k] != item) {
                left[count++] = item;
            }
        }
        return count == items.length ? items : Arrays.copyOf(left, count);
    }

    @Override
    public Candidates candidates(Dataset dataset, Split split, String argument, long seed) {
        boolean seenKept = argument.equals(ANY_REPEAT) ? SeenItems.repeats(dataset) > 0 : argument.equals(KEPT);
        return Candidates.all(name() + ":" + argument, seenKept);
    }
}
