package dev.nara.data;

import java.util.Arrays;

/** From whole numbers to indices, with open addressing; half of its places at most are taken. */
final class NumberIndex {
    private long[] numbers = new long[1 << 10];
    private int[] indices = empty(1 << 10);
    private int size;

    private static int[] empty(int places) {
        int[] indices = new int[places];
        Arrays.fill(indices, -1);
        return indices;
    }

    /** The index of a number, -1 where it has none. */
    int get(long number) {
        return indices[place(number)];
    }

    /** Takes a number that is not known yet. */
    void put(long number, int index) {
        if (2 * size >= numbers.length) {
            grow();
        }
        set(number, index);
        size++;
    }

    private void set(long number, int index) {
        int place = place(number);
        numbers[place] = number;
        indices[place] = index;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldIndices = indices;
        numbers = new long[2 * oldNumbers.length];
        indices = empty(numbers.length);
        for (int p = 0; p < oldNumbers.length; p++) {
            if (oldIndices[p] >= 0) {
                set(oldNumbers[p], oldIndices[p]);
            }
        }
    }

    /** Where a number stands, or would. */
    private int place(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & (numbers.length - 1);
        while (indices[place] >= 0 && numbers[place] != number) {
            place = (place + 1) & (numbers.length - 1);
        }
        return place;
    }
}
