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

/** Which local protocols foretell the leaderboard. */
public final class Predictors {
    private Predictors() {}

    /**
     * Which local protocol puts the submissions into the leaderboard's order: Kendall's tau between the two, -1 … 1, by
     * protocol, the best first; only of protocols that three or more scored submissions know.
     *
     * @param score what the leaderboard said, such as {@link LedgerEntry#publicScore}
     */
    public static Map<String, Double> of(List<LedgerEntry> entries, Function<LedgerEntry, @Nullable Double> score) {
        Map<String, Double> taus = new TreeMap<>();
        Set<String> protocols = new LinkedHashSet<>();
        entries.forEach(e -> protocols.addAll(e.local().keySet()));
        for (String protocol : protocols) {
            List<double[]> pairs = new ArrayList<>();
            for (LedgerEntry entry : entries) {
                Double local = entry.local().get(protocol);
                Double told = score.apply(entry);
                if (local != null && told != null) {
                    pairs.add(new double[] {local, told});
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
