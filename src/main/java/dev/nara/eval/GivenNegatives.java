package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Negatives that came with the files. */
final class GivenNegatives implements CandidateRule {
    @Override
    public String name() {
        return "given";
    }

    @Override
    public List<String> usual(Split split) {
        return split.hasNegatives() ? examples() : List.of();
    }

    /** The files' negatives belong to the test part of the files and cannot serve for validation. */
    @Override
    public String validation() {
        return "sampled:99";
    }

    @Override
    public Candidates candidates(Dataset dataset, Split split, String argument, long seed) throws DataException {
        if (!split.hasNegatives()) {
            throw new DataException(Text.of("candidates.not.given"), Text.of("candidates.not.given.remedy"));
        }
        int[][] lists = new int[split.train().users()][];
        for (int u = 0; u < lists.length; u++) {
            lists[u] = Candidates.list(split.truth(u), split.negatives(u));
        }
        return Candidates.among(name(), lists, SeenItems.kept(dataset), withFewer(split));
    }

    /** The number of evaluated users with fewer negatives than the user with most. */
    private static long withFewer(Split split) {
        int[] counts = IntStream.range(0, split.train().users())
                .filter(u -> split.truth(u).length > 0)
                .map(u -> split.negatives(u).length)
                .toArray();
        int most = Arrays.stream(counts).max().orElse(0);
        return Arrays.stream(counts).filter(c -> c < most).count();
    }
}
