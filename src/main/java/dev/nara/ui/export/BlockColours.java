package dev.nara.ui.export;

/** The colour of a block by its index in the recipe, the same everywhere; defined in this screen's style sheet. */
final class BlockColours {
    private static final int COLOURS = 6;

    private BlockColours() {}

    /** The style class of the block with that index, from 0; -1 for none. */
    static String of(int block) {
        return block < 0 ? "of-no-block" : "of-block-" + block % COLOURS;
    }
}
