package dev.nara.data;

import java.util.Arrays;

/**
 * Like {@link IntBlocks}, for longs. A common class would have to box the numbers, which takes several times the memory, or to access
 * arrays by reflection at every row.
 */
final class LongBlocks {
    private static final int BITS = IntBlocks.BITS;
    private static final int MASK = (1 << BITS) - 1;

    private long[][] blocks = {new long[1 << 10]};

    /** Sets the number at a place, at most one after the last. */
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
