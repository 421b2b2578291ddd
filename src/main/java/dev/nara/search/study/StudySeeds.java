package dev.nara.search.study;

/**
 * The seeds of a study's trainings: the first is that of the presets, the next ones are those of the confirmation, which are the same
 * for all, and each trial of the sampler's has one of its own. Of a seed that all trials share, neighbours have the same luck, and a
 * model of the figures takes it for worth.
 */
public final class StudySeeds {
    /** From there on trials are repeated whose settings come up again. */
    private static final int AGAIN = 100;
    /** From there on the choice is told on the test part. */
    private static final int TEST = 1000;

    /** From there on each trial of the sampler's has its own. */
    private static final int OWN = 1_000_000;

    private StudySeeds() {}

    /** That of a trial. */
    public static long of(StudySpec spec, Origin origin, int trial) {
        return origin == Origin.SAMPLER ? spec.seed() + OWN + trial : spec.seed();
    }

    /** The n-th further seed of a confirmation, from 1. */
    public static long confirming(StudySpec spec, int n) {
        return spec.seed() + n;
    }

    /** The next seed of a trial whose settings came up again. */
    public static long again(StudySpec spec, TrialNow trial) {
        return spec.seed()
                + AGAIN
                + trial.runs().stream().filter(r -> !r.confirming).count();
    }

    /** The n-th seed on the test part, from 1. */
    public static long test(StudySpec spec, int n) {
        return spec.seed() + TEST + n;
    }
}
