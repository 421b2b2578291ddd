package dev.nara.analysis;

import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it stands in a picture and in a table of comparison: against the reference, which is the setting that is best on
 * validation. What is not known is NaN.
 *
 * @param runs a seed each; none for a baseline of which only means are known
 * @param algorithm its id
 * @param standing where it stands among those compared; null for a baseline of which only means are known
 * @param mean over seeds and users, on the part that {@link SettingsComparison#stage} says
 * @param deviation the standard deviation of the seeds' means
 * @param difference its mean minus that of the reference
 * @param low the lower end of the difference's 95% interval
 * @param high the upper end
 * @param seeds each seed's mean minus that of the reference
 * @param verdict in words, or why there is none
 * @param facts what else is known of it
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
    /** The settings that say how long a run trains; what draws nothing is computed at once. */
    private static final Set<String> LENGTH = Set.of("epochs", "patience", "metrics_every");

    /** What is thought of a setting. */
    public enum Kind {
        /** The others are held against it. */
        REFERENCE,
        REAL,
        NOISE,
        MORE_SEEDS,
        /** It has not ended. */
        TRAINING,
        /** Nothing can be said: its epoch was chosen on the test part, or it is alone, or only its mean is known. */
        NO_VERDICT
    }

    /**
     * What a setting costs and reaches besides.
     *
     * @param bestEpoch the mean over seeds; NaN while some of those compared train, for then none is chosen
     * @param parameters how many weights are learnt, 0 for none
     * @param secondsPerEpoch the mean over epochs
     * @param figures what it is told by, the means over seeds; after the same epoch as the mean of the row while some train
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

    /** Its settings by name, of its first run; without how long it trains where all is computed at once. Empty without a run. */
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
