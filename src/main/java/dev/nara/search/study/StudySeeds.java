package dev.nara.search.study;

/** The seeds of a study's trainings: the first is that of all trials, the next ones are those of the confirmation. */
final class StudySeeds {
    /** From there on trials are repeated whose settings come up again. */
    private static final int AGAIN = 100;
    /** From there on the choice is told on the test part. */
    private static final int TEST = 1000;

    private StudySeeds() {}

    /** The n-th further seed of a confirmation, from 1. */
    static long confirming(StudySpec spec, int n) {
        return spec.seed() + n;
    }

    /** The next seed of a trial whose settings came up again. */
    static long again(StudySpec spec, TrialNow trial) {
        return spec.seed()
                + AGAIN
                + trial.runs().stream().filter(r -> !r.confirming).count();
    }

    /** The n-th seed on the test part, from 1. */
    static long test(StudySpec spec, int n) {
        return spec.seed() + TEST + n;
    }
}
