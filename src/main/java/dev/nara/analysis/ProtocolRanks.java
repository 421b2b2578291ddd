package dev.nara.analysis;

import dev.nara.eval.CutoffMetric;
import dev.nara.store.entry.StoredRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of settings under each of several protocols.
 *
 * @param protocols as they are written, that of the runs first
 * @param orders for each protocol the indices of the settings, best first
 * @param level for each protocol how many of the first settings are not significantly different, at least 1
 */
public record ProtocolRanks(List<String> protocols, List<List<Integer>> orders, List<Integer> level) {
    /**
     * Ranks settings by the means of their seeds.
     *
     * @param settings the numbers of each setting's runs
     * @param runs the runs that the figures are of, in their order
     */
    public static ProtocolRanks of(
            ProtocolComparison comparison, List<List<Long>> settings, List<StoredRun> runs, String metric) {
        List<String> protocols = new ArrayList<>();
        List<List<Integer>> orders = new ArrayList<>();
        List<Integer> level = new ArrayList<>();
        for (ProtocolComparison.Row row : comparison.rows()) {
            List<Integer> order = new ArrayList<>();
            double[] means = new double[settings.size()];
            for (int s = 0; s < means.length; s++) {
                List<Long> ids = settings.get(s);
                means[s] = IntStream.range(0, runs.size())
                        .filter(n -> ids.contains(runs.get(n).id()))
                        .mapToDouble(
                                n -> CutoffMetric.worth(metric, row.figures().get(n)))
                        .average()
                        .orElse(Double.NEGATIVE_INFINITY);
                order.add(s);
            }
            order.sort(Comparator.comparingDouble((Integer s) -> -means[s]));
            protocols.add(row.protocol());
            orders.add(order);
            level.add(level(comparison.claims(), row.protocol(), order, settings));
        }
        return new ProtocolRanks(protocols, orders, level);
    }

    /** How many of the first settings are not significantly different, according to the claims about the best one. */
    private static int level(
            List<ProtocolClaim> claims, String protocol, List<Integer> order, List<List<Long>> settings) {
        int level = 1;
        for (int place = 1; place < order.size(); place++) {
            boolean apart = true;
            for (ProtocolClaim claim : claims) {
                List<Long> above = settings.get(order.get(place - 1));
                List<Long> below = settings.get(order.get(place));
                boolean both = (of(claim.better(), above) && of(claim.other(), below))
                        || (of(claim.other(), above) && of(claim.better(), below));
                apart &= !(both && claim.undecided().contains(protocol));
            }
            if (apart) {
                break;
            }
            level++;
        }
        return level;
    }

    private static boolean of(String title, List<Long> ids) {
        return !ids.isEmpty() && title.split("[ ,]", 2)[0].equals(Long.toString(ids.get(0)));
    }

    /** The number of protocols under which a setting is first. */
    public long leads(int setting) {
        return orders.stream().filter(order -> order.get(0) == setting).count();
    }
}
