package dev.nara.competition;

import dev.nara.eval.Significance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The gain of composed lists over the best of their blocks alone, on the same users.
 *
 * @param block the index of that block
 * @param difference of the mean Scores, the lists' minus the block's
 * @param low lower end of its 95% interval, by bootstrap over users
 * @param high upper end
 */
public record Gain(int block, double difference, double low, double high) {
    /** The gain over the block that scores highest alone, preferably a run; empty for lists of a single block. */
    public static Optional<Gain> of(CompositionSetup.Scored scored) {
        List<Composition> alone = scored.alone();
        if (alone.size() < 2 || scored.users().length == 0) {
            return Optional.empty();
        }
        List<ComposeRecipe.Block> blocks = scored.recipe().blocks();
        boolean ofRuns = blocks.stream().anyMatch(block -> !block.runs().isEmpty());
        return IntStream.range(0, alone.size())
                .boxed()
                .filter(b -> !ofRuns || !blocks.get(b).runs().isEmpty())
                .max(Comparator.comparing(b -> alone.get(b).score()))
                .map(b -> over(b, scored.whole().users(), alone.get(b).users()));
    }

    private static Gain over(int block, double[] lists, double[] alone) {
        double[] differences = new double[lists.length];
        for (int n = 0; n < lists.length; n++) {
            differences[n] = lists[n] - alone[n];
        }
        double[] ends = Significance.meanInterval(differences, 1);
        return new Gain(block, Significance.mean(differences), ends[0], ends[1]);
    }

    /** Whether the interval excludes zero. */
    public boolean real() {
        return low > 0 || high < 0;
    }
}
