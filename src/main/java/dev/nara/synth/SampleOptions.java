package dev.nara.synth;

/**
 * The content of a synthetic folder; refuses fewer than 50 profiles.
 *
 * @param profiles number of profiles; everything else scales with it
 * @param seed of the random generator
 * @param hidden whether to write the three following months, too
 */
public record SampleOptions(int profiles, long seed, boolean hidden) {
    private static final int FEWEST = 50;

    /** Refuses too few profiles. */
    public SampleOptions {
        if (profiles < FEWEST) {
            throw new IllegalArgumentException("profiles must be at least " + FEWEST + ", not " + profiles);
        }
    }
}
