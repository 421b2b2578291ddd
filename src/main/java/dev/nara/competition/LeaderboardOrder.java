package dev.nara.competition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order into which each local score puts the submissions that the leaderboard has scored, beside the leaderboard's own.
 *
 * @param files the submissions, the best on the leaderboard first
 * @param columns of local scores that are known of all of them, that which agrees least first; the leaderboard is not among them
 */
public record LeaderboardOrder(List<LedgerEntry> files, List<Column> columns) {
    /** Fewer say nothing about an order. */
    public static final int LEAST = 4;

    /**
     * A local score.
     *
     * @param protocol its name in the ledger
     * @param tau Kendall's, between it and the leaderboard, -1 … 1
     * @param ranks of the files in their order, from 1: shape [files]
     */
    public record Column(String protocol, double tau, List<Integer> ranks) {
        /** How many pairs of files it puts into the leaderboard's order. */
        public int agreeing() {
            return (int) IntStream.range(0, ranks.size())
                    .mapToLong(a -> IntStream.range(a + 1, ranks.size())
                            .filter(b -> ranks.get(a) < ranks.get(b))
                            .count())
                    .sum();
        }
    }

    /** Of the submissions that have what {@code score} asks for, such as {@link LedgerEntry#publicScore}. */
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

    /** How many pairs of files there are. */
    public int pairs() {
        return files.size() * (files.size() - 1) / 2;
    }
}
