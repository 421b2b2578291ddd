package dev.nara.ui.export;

/** The colour of a block by its place in the recipe, the same wherever it is shown; the sheet of this screen has the colours. */
final class BlockColours {
    private static final int COLOURS = 6;

    private BlockColours() {}

    /** The style class of the block at that place, from 0; -1 is no block. */
    static String of(int block) {
        return block < 0 ? "of-no-block" : "of-block-" + block % COLOURS;
    }
}
