package dev.nara.search.race;

import java.util.ArrayList;
import java.util.List;

/**
 * When a trial is looked at: after an eighth, a quarter and half of the work of a whole training, which is the same for all trials
 * of a study, so that a costly epoch is looked at no later than a cheap one.
 *
 * @param rungs ascending; empty where no epoch fits
 */
public record Rungs(List<Rung> rungs) {
    /** The probability that a trial as good as the best is taken to be worse at any of its rungs. */
    public static final double LEVEL = 0.05;

    private static final double[] SHARES = {0.125, 0.25, 0.5};

    /** Copies the list. */
    public Rungs {
        rungs = List.copyOf(rungs);
    }

    /**
     * A look at a trial.
     *
     * @param epoch after which it is, from 1
     * @param share of a whole training's work that was done then, 0 … 1
     * @param level the part of {@link #LEVEL} that is spent here: in proportion to the work since the rung before (a spending
     *     function of Lan and DeMets 1983), for the order after few epochs says little of the end
     */
    public record Rung(int epoch, double share, double level) {}

    /**
     * The rungs of one trial.
     *
     * @param epochWork what one epoch takes; NaN where it is not known, and then rungs go by epochs
     * @param fullWork what a whole training of the study takes, the preset's for instance, in the same unit
     * @param epochs that the trial trains at most; there is no rung at the last
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
