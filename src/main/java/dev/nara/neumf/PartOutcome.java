package dev.nara.neumf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The weights of a part after a round, or the mean of several. Serialisable. */
public final class PartOutcome implements Serializable {
    /** The number of outcomes averaged at once; their means are averaged again. */
    public static final int FAN = 8;

    private static final long serialVersionUID = 1L;

    private final LearntArrays users;
    private final LearntArrays shared;
    /** How many examples used each row: shape [arrays][rows]. */
    private final long[][] counts;

    private final double loss;
    private final long examples;
    private final long steps;

    /**
     * Of one part.
     *
     * @param counts how many examples used each row of the shared arrays
     * @param loss the sum over examples
     * @param steps of the optimiser since the training began
     */
    PartOutcome(LearntArrays users, LearntArrays shared, long[][] counts, double loss, long examples, long steps) {
        this.users = users;
        this.shared = shared;
        this.counts = counts;
        this.loss = loss;
        this.examples = examples;
        this.steps = steps;
    }

    /** The rows of the part's users, with which its next round begins; of a mean, those of the first part. */
    public LearntArrays users() {
        return users;
    }

    /** The shared arrays after the round. */
    LearntArrays shared() {
        return shared;
    }

    /** The loss summed over examples. */
    double loss() {
        return loss;
    }

    long examples() {
        return examples;
    }

    long steps() {
        return steps;
    }

    /** The same without the rows of users. */
    public PartOutcome withoutUsers() {
        return new PartOutcome(LearntArrays.none(), shared, counts, loss, examples, steps);
    }

    /**
     * The mean of outcomes, each row weighted by the number of examples that used it; unused rows are unchanged. Sums are in the given
     * order, so that the mean is reproducible.
     */
    public static PartOutcome mean(List<PartOutcome> outcomes) {
        PartOutcome first = outcomes.get(0);
        if (outcomes.size() == 1) {
            return first;
        }
        LearntArrays mean = first.shared.copy();
        long[][] counts = new long[first.counts.length][];
        for (int a = 0; a < counts.length; a++) {
            counts[a] = first.counts[a].clone();
        }
        double loss = first.loss;
        long examples = first.examples;
        long steps = first.steps;
        for (PartOutcome other : outcomes.subList(1, outcomes.size())) {
            for (int a = 0; a < counts.length; a++) {
                add(mean.arrays()[a], counts[a], other.shared.arrays()[a], other.counts[a]);
            }
            loss += other.loss;
            examples += other.examples;
            steps = Math.max(steps, other.steps);
        }
        return new PartOutcome(first.users, mean, counts, loss, examples, steps);
    }

    /** The mean of any number of outcomes, {@link #FAN} at a time, the same on any machine. */
    static PartOutcome meanOfAll(List<PartOutcome> outcomes) {
        List<PartOutcome> some = outcomes;
        while (some.size() > 1) {
            List<PartOutcome> means = new ArrayList<>();
            for (int from = 0; from < some.size(); from += FAN) {
                means.add(mean(some.subList(from, Math.min(some.size(), from + FAN))));
            }
            some = means;
        }
        return some.get(0);
    }

    private static void add(float[][] mean, long[] counts, float[][] other, long[] otherCounts) {
        for (int row = 0; row < counts.length; row++) {
            long count = counts[row] + otherCounts[row];
            if (otherCounts[row] > 0) {
                float share = (float) ((double) otherCounts[row] / count);
                for (int m = 0; m < mean.length; m++) {
                    int width = mean[m].length / counts.length;
                    for (int i = row * width; i < (row + 1) * width; i++) {
                        mean[m][i] += share * (other[m][i] - mean[m][i]);
                    }
                }
            }
            counts[row] = count;
        }
    }
}
