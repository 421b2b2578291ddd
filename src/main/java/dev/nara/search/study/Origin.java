package dev.nara.search.study;

/** Where a trial's settings come from. */
public enum Origin {
    /** The preset that the study compares with. */
    PRESET,
    /** Another preset of the algorithm. */
    OTHER_PRESET,
    /** A run stored earlier, with the same rows and validation part; it is used and not trained again. */
    STORED,
    /** The sampler. */
    SAMPLER,
    /** The user. */
    PERSON,
    /** A step on the path from the preset to the choice. */
    PATH
}
