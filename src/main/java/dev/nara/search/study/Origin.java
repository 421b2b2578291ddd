package dev.nara.search.study;

/** Where the settings of a trial come from. */
public enum Origin {
    /** The preset that the study is held against. */
    PRESET,
    /** Another preset of the algorithm. */
    OTHER_PRESET,
    /** A run that was stored before, on the same rows and validation part; it is told and not trained again. */
    STORED,
    /** The sampler. */
    SAMPLER,
    /** Somebody. */
    PERSON,
    /** A step on the way from the preset to the best. */
    PATH
}
