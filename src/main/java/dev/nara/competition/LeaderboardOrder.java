package dev.nara.competition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the order of submissions by each local score with that of the leaderboard, for submissions that the leaderboard has scored.
 *
 * @param files the submissions, the best on the leaderboard first
 * @param columns of local scores known for all of them, least agreement first; without the leaderboard
 */
public record LeaderboardOrder(List<LedgerEntry> files, List<Column> columns) {
    /** With fewer submissions, an order means nothing. */
    public static final int LEAST = 4;

    /**
     * A local score.
     *
     * @param protocol its name in the ledger
     * @param tau Kendall's tau with the leaderboard, -1 … 1
     * @param ranks of the files in their order, from 1: shape [files]
     */
    public record Column(String protocol, double tau, List<Integer> ranks) {
        /** The number of pairs of files that it orders like the leaderboard. */
        public int agreeing() {
            return (int) IntStream.range(0, ranks.size())
                    .mapToLong(a -> IntStream.range(a + 1, ranks.size())
                            .filter(b -> ranks.get(a) < ranks.get(b))
                            .count())
                    .sum();
        }
    }

    /** For the submissions with the leaderboard score that {@code score} returns, such as {@link LedgerEntry#publicScore}. */
    public static LeaderboardOrder of(List<LedgerEntry> entries, Function<LedgerEntry, @Nullable Double> score) {
        List<LedgerEntry> files = entries.stream()
                .filter(entry -> score.apply(entry) != null)
                .sorted(Comparator.comparing((LedgerEntry entry) -> score.apply(entry))
                        .reversed())
                .toList();
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, Double> predictor : Predictors.of(files, score).entrySet()) {
            String protocol = predictor.getKey();
            if (files.stream().allMatch(file -> file.local().containsKey(protocol))) {
                columns.add(0, new Column(protocol, predictor.getValue(), ranks(files, protocol)));
            }
        }
        return new LeaderboardOrder(files, List.copyOf(columns));
    }

    private static List<Integer> ranks(List<LedgerEntry> files, String protocol) {
        List<Double> scores =
                files.stream().map(file -> file.local().get(protocol)).toList();
        return scores.stream()
                .map(own ->
                        1 + (int) scores.stream().filter(other -> other > own).count())
                .toList();
    }

    /** The number of pairs of files. */
    public int pairs() {
        return files.size() * (files.size() - 1) / 2;
    }
}
