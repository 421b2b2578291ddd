package dev.nara.competition;

import dev.nara.eval.Significance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the local protocols that predict the leaderboard. */
public final class Predictors {
    private Predictors() {}

    /**
     * Kendall's tau between the order of submissions under each local protocol and on the leaderboard, -1 … 1, by protocol, the best first;
     * only for protocols known for at least three scored submissions.
     *
     * @param score the leaderboard score, such as {@link LedgerEntry#publicScore}
     */
    public static Map<String, Double> of(List<LedgerEntry> entries, Function<LedgerEntry, @Nullable Double> score) {
        Map<String, Double> taus = new TreeMap<>();
        Set<String> protocols = new LinkedHashSet<>();
        entries.forEach(e -> protocols.addAll(e.local().keySet()));
        for (String protocol : protocols) {
            List<double[]> pairs = new ArrayList<>();
            for (LedgerEntry entry : entries) {
                Double local = entry.local().get(protocol);
                Double published = score.apply(entry);
                if (local != null && published != null) {
                    pairs.add(new double[] {local, published});
                }
            }
            if (pairs.size() > 2) {
                taus.put(
                        protocol,
                        Significance.kendall(
                                pairs.stream().mapToDouble(p -> p[0]).toArray(),
                                pairs.stream().mapToDouble(p -> p[1]).toArray()));
            }
        }
        Map<String, Double> sorted = new LinkedHashMap<>();
        taus.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}
