package dev.nara.eval;

import dev.nara.data.Dataset;
import dev.nara.split.Argument;
import dev.nara.split.Split;
import java.util.Arrays;
import java.util.List;

/**
 * All items. {@code all} leaves out those a user trained on where nobody ever repeats an item and keeps them where repeating
 * is part of the data; {@code all:kept} and {@code all:masked} say which. Where they are masked, only new items are to be
 * found.
 */
final class WholeCatalogue implements CandidateRule {
    private static final String KEPT = "kept";
    private static final String MASKED = "masked";

    @Override
    public String name() {
        return "all";
    }

    @Override
    public Argument argument() {
        return Argument.words(List.of(KEPT, MASKED));
    }

    @Override
    public List<String> examples() {
        return List.of("all", "all:masked");
    }

    @Override
    public boolean amongSamples() {
        return false;
    }

    @Override
    public List<String> usual(Split split) {
        return List.of("all:kept", "all:masked");
    }

    @Override
    public Split finding(Split split, String argument) {
        if (!argument.equals(MASKED)) {
            return split;
        }
        int[][] truth = new int[split.train().users()][];
        for (int u = 0; u < truth.length; u++) {
            int[] known = split.known().distinctItems(u);
            truth[u] = Arrays.stream(split.truth(u))
                    .filter(i -> Arrays.binarySearch(known, i) < 0)
                    .toArray();
        }
        return split.finding(truth);
    }

    @Override
    public Candidates candidates(Dataset dataset, Split split, String argument, long seed) {
        boolean seenKept = argument.isEmpty() ? Candidates.repeats(dataset) : argument.equals(KEPT);
        return Candidates.all(argument.isEmpty() ? name() : name() + ":" + argument, seenKept);
    }
}
