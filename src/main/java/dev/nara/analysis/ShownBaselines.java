package dev.nara.analysis;

/** Which baselines stand below the settings of a comparison. */
public enum ShownBaselines {
    /** The one that is best on validation. */
    BEST,
    /** One of each algorithm that anything is known of. */
    ALL
}
