package dev.nara.analysis;

import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A setting as a row of the comparison's chart and table, relative to the reference, the setting that is best on validation. Unknown
 * numbers are NaN.
 *
 * @param runs one per seed; none for a baseline of which only means are known
 * @param algorithm its id
 * @param standing its place among those compared; null for a baseline of which only means are known
 * @param mean over seeds and users, on the part named by {@link SettingsComparison#stage}
 * @param deviation the standard deviation of the seeds' means
 * @param difference its mean minus that of the reference
 * @param low the lower end of the difference's 95% interval
 * @param high the upper end
 * @param seeds each seed's mean minus that of the reference
 * @param verdict in words, or why there is none
 * @param facts its cost and other figures
 */
public record ComparedRow(
        Kind kind,
        boolean baseline,
        List<StoredRun> runs,
        String algorithm,
        @Nullable Standing standing,
        double mean,
        double deviation,
        double difference,
        double low,
        double high,
        List<Double> seeds,
        int seedsWanted,
        Text verdict,
        Facts facts) {
    /** The settings that decide the length of training; they mean nothing for models computed at once. */
    private static final Set<String> LENGTH = Set.of("epochs", "patience", "metrics_every");

    /** The kind of verdict on a setting. */
    public enum Kind {
        /** The others are compared with it. */
        REFERENCE,
        REAL,
        NOISE,
        MORE_SEEDS,
        /** It has not ended. */
        TRAINING,
        /** There is no verdict: its epoch was chosen on the test part, it is the only one, or only its mean is known. */
        NO_VERDICT
    }

    /**
     * The cost of a setting, and its other figures.
     *
     * @param bestEpoch the mean over seeds; NaN while some of those compared train, because none is chosen yet
     * @param parameters the number of trained parameters, 0 for none
     * @param secondsPerEpoch the mean over epochs
     * @param figures its metrics, means over seeds; while some train, after the same epoch as the mean of the row
     */
    public record Facts(double bestEpoch, long parameters, double secondsPerEpoch, Map<String, Double> figures) {}

    /** The number of its first run; 0 for a baseline without one. */
    public long number() {
        return runs.isEmpty() ? 0 : runs.get(0).id();
    }

    /** Whether the difference has an interval. */
    public boolean hasInterval() {
        return !Double.isNaN(low);
    }

    /** The difference with its interval, the difference alone where it has none, "" for none. */
    public String words() {
        if (Double.isNaN(difference)) {
            return "";
        }
        return hasInterval()
                ? DifferenceWords.of(difference, low, high)
                : DifferenceWords.alone(difference, difference, difference + 1);
    }

    /** The settings of its first run by name; without the length of training if all models are computed at once. Empty without a run. */
    public Map<String, String> settings() {
        if (runs.isEmpty()) {
            return Map.of();
        }
        Map<String, String> all = SettingsComparison.settings(runs.get(0).spec());
        boolean atOnce = standing != null && !standing.contender().group().random();
        if (atOnce) {
            all.keySet().removeAll(LENGTH);
        }
        return all;
    }

    /** Whether a run is among its seeds. */
    public boolean has(long run) {
        return runs.stream().anyMatch(r -> r.id() == run);
    }
}
