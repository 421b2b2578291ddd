package dev.nara.data;

import java.util.Arrays;

/**
 * The same as {@link IntBlocks} of long numbers. Java has no one class for both: of boxed numbers each would take several times the memory, and
 * an array that may be of either kind would be looked up by reflection, at every row.
 */
final class LongBlocks {
    private static final int BITS = IntBlocks.BITS;
    private static final int MASK = (1 << BITS) - 1;

    private long[][] blocks = {new long[1 << 10]};

    /** Puts the number of a place, which lies at most one behind those that are there. */
    void put(int place, long number) {
        int block = place >>> BITS;
        int within = place & MASK;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block + 1);
            blocks[block] = new long[1 << BITS];
        } else if (within == blocks[block].length) {
            blocks[block] = Arrays.copyOf(blocks[block], 2 * within);
        }
        blocks[block][within] = number;
    }

    long get(int place) {
        return blocks[place >>> BITS][place & MASK];
    }
}
