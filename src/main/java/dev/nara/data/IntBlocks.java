package dev.nara.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Whole numbers that come one after another. They lie in blocks, so that none is copied while they become more. */
final class IntBlocks {
    /** A block has two to the power of this. */
    static final int BITS = 16;

    private static final int MASK = (1 << BITS) - 1;

    private int[][] blocks = {new int[1 << 10]};

    /** Puts the number of a place, which lies at most one behind those that are there. */
    void put(int place, int number) {
        int block = place >>> BITS;
        int within = place & MASK;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block + 1);
            blocks[block] = new int[1 << BITS];
        } else if (within == blocks[block].length) {
            blocks[block] = Arrays.copyOf(blocks[block], 2 * within);
        }
        blocks[block][within] = number;
    }

    int get(int place) {
        return blocks[place >>> BITS][place & MASK];
    }

    /** The numbers of some places, in their order. */
    int[] at(int[] places) {
        int[] numbers = new int[places.length];
        Arrays.parallelSetAll(numbers, r -> get(places[r]));
        return numbers;
    }

    /** The same of numbers that were put as the bits of others. */
    float[] floatsAt(int[] places) {
        float[] numbers = new float[places.length];
        IntStream.range(0, numbers.length).parallel().forEach(r -> numbers[r] = Float.intBitsToFloat(get(places[r])));
        return numbers;
    }
}
