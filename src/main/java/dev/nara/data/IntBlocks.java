package dev.nara.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A growing list of ints in blocks, so that growing copies nothing. */
final class IntBlocks {
    /** The logarithm to base 2 of the size of a block. */
    static final int BITS = 16;

    private static final int MASK = (1 << BITS) - 1;

    private int[][] blocks = {new int[1 << 10]};

    /** Sets the number at a place, at most one after the last. */
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

    /** The numbers at some places, in their order. */
    int[] at(int[] places) {
        int[] numbers = new int[places.length];
        Arrays.parallelSetAll(numbers, r -> get(places[r]));
        return numbers;
    }

    /** The floats whose bits are stored at some places. */
    float[] floatsAt(int[] places) {
        float[] numbers = new float[places.length];
        IntStream.range(0, numbers.length).parallel().forEach(r -> numbers[r] = Float.intBitsToFloat(get(places[r])));
        return numbers;
    }
}
