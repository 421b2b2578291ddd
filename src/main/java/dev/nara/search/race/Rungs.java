package dev.nara.search.race;

import java.util.ArrayList;
import java.util.List;

/**
 * The epochs at which a trial is compared with others: after an eighth, a quarter and half of the work of a full training, which is the
 * same for all trials of a study, so that a trial with slow epochs is judged no later than one with fast epochs.
 *
 * @param rungs ascending; empty if no epoch fits
 */
public record Rungs(List<Rung> rungs) {
    /** The probability that a trial as good as the best is judged worse at any of its rungs. */
    public static final double LEVEL = 0.05;

    private static final double[] SHARES = {0.125, 0.25, 0.5};

    /** Copies the list. */
    public Rungs {
        rungs = List.copyOf(rungs);
    }

    /**
     * A comparison point of a trial.
     *
     * @param epoch after which it is, from 1
     * @param share of a full training's work done by then, 0 … 1
     * @param level the part of {@link #LEVEL} spent here: in proportion to the work since the previous rung (a spending function of Lan and
     *     DeMets 1983), because the order after few epochs says little about the end
     */
    public record Rung(int epoch, double share, double level) {}

    /**
     * The rungs of one trial.
     *
     * @param epochWork of one epoch; NaN if unknown, and then rungs are by epochs
     * @param fullWork of a full training of the study, such as the preset's, in the same unit
     * @param epochs the trial's maximum; there is no rung at the last one
     * @param firstEpoch the first that may be judged, from 1: after pretraining, and not before averaging begins
     */
    public static Rungs of(double epochWork, double fullWork, int epochs, int firstEpoch) {
        boolean known = epochWork > 0 && fullWork > 0;
        double whole = known ? fullWork / epochWork : epochs;
        List<Rung> rungs = new ArrayList<>();
        double spent = 0;
        int last = 0;
        for (double share : SHARES) {
            int epoch = (int) Math.min(epochs, Math.floor(share * whole + 1e-9));
            if (epoch > last && epoch >= firstEpoch && epoch < epochs) {
                double level = LEVEL * share / SHARES[SHARES.length - 1];
                rungs.add(new Rung(epoch, share, level - spent));
                spent = level;
                last = epoch;
            }
        }
        return new Rungs(rungs);
    }

    /** The epochs of the rungs. */
    public List<Integer> epochs() {
        return rungs.stream().map(Rung::epoch).toList();
    }
}
