package dev.nara.analysis;

import dev.nara.eval.Significance;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.List;

/**
 * A metric in one group of users, or in one group of items over the users with held-out items in it.
 *
 * @param key what its members have in common, in one word
 * @param value the same for users
 * @param members the users' indices, ascending
 * @param metric the metric
 * @param mean its mean
 * @param low lower end of the mean's 95% interval (bootstrap over users)
 * @param high upper end
 */
public record GroupFigure(
        String key, Text value, List<Integer> members, String metric, double mean, double low, double high) {
    /** Computes it from these users' figures. */
    static GroupFigure of(GroupKey key, List<Integer> members, String metric, double[] figures) {
        double[] interval = Significance.meanInterval(figures, 1);
        double mean = Arrays.stream(figures).average().orElse(Double.NaN);
        return new GroupFigure(key.name(), key.text(), members, metric, mean, interval[0], interval[1]);
    }
}
