package dev.nara.analysis;

import dev.nara.text.Text;

/** The part and the stage of training that the figures of a comparison belong to. */
public enum FigureStage {
    /** Final figures on the test part: there is a verdict. */
    TESTED,
    /** The test part, on which best epochs are chosen as well: figures are biased upwards, and there is no verdict. */
    CHOSEN_ON_TEST,
    /**
     * The test part after the same epoch, because some runs have not ended and have no validation part: no verdict, and no epoch is chosen
     * yet.
     */
    TEST_SO_FAR,
    /** The validation part after the same epoch, because some runs have not ended: no verdict yet. */
    VALIDATION;

    /** Whether figures are compared after the same epoch, because some runs have not ended. */
    public boolean atSameEpoch() {
        return this == TEST_SO_FAR || this == VALIDATION;
    }

    /** As text for users. */
    public Text words() {
        return Text.of("stage." + this);
    }
}
