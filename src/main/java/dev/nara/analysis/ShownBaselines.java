package dev.nara.analysis;

/** Which baselines a comparison shows below its settings. */
public enum ShownBaselines {
    /** The best on validation. */
    BEST,
    /** One of each algorithm with known figures. */
    ALL
}
