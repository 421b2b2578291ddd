package dev.nara.analysis;

import dev.nara.text.Text;

/** What the figures of a comparison are of. */
public enum FigureStage {
    /** The test part, told once in the end: there is a verdict. */
    TESTED,
    /** The test part, on which best epochs are chosen as well: figures are too high, and there is no verdict. */
    CHOSEN_ON_TEST,
    /** The validation part after the same epoch, for some have not ended: there is no verdict yet. */
    VALIDATION;

    /** What the figures are of, in words. */
    public Text words() {
        return Text.of("stage." + this);
    }
}
