package dev.nara.search.study;

/**
 * The seeds of a study's trainings: the first is for the presets, the next ones, the same for all, for the confirmation, and each of the
 * sampler's trials has its own. If all trials shared a seed, similar settings would share its luck, and a model of the figures would
 * mistake that for quality.
 */
public final class StudySeeds {
    /** The first seed for repeated settings. */
    private static final int AGAIN = 100;
    /** The first seed for evaluations on the test part. */
    private static final int TEST = 1000;

    /** The first seed for the sampler's trials. */
    private static final int OWN = 1_000_000;

    private StudySeeds() {}

    /** The seed of a trial. */
    public static long of(StudySpec spec, Origin origin, int trial) {
        return origin == Origin.SAMPLER ? spec.seed() + OWN + trial : spec.seed();
    }

    /** The n-th further seed of a confirmation, from 1. */
    public static long confirming(StudySpec spec, int n) {
        return spec.seed() + n;
    }

    /** The next seed for a trial whose settings are repeated. */
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
