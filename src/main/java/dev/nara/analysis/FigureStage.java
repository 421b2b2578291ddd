package dev.nara.analysis;

import dev.nara.text.Text;

/** What the figures of a comparison are of. */
public enum FigureStage {
    /** The test part, told once in the end: there is a verdict. */
    TESTED,
    /** The test part, on which best epochs are chosen as well: figures are too high, and there is no verdict. */
    CHOSEN_ON_TEST,
    /** The test part after the same epoch, for some have not ended and have no other part: there is no verdict, and nothing is chosen yet. */
    TEST_SO_FAR,
    /** The validation part after the same epoch, for some have not ended: there is no verdict yet. */
    VALIDATION;

    /** Whether the figures are of runs after the same epoch, for some have not ended. */
    public boolean atSameEpoch() {
        return this == TEST_SO_FAR || this == VALIDATION;
    }

    /** What the figures are of, in words. */
    public Text words() {
        return Text.of("stage." + this);
    }
}
