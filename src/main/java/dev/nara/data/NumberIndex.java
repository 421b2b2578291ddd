package dev.nara.data;

import java.util.Arrays;

/**
 * A map from whole numbers to indices: an array for small numbers, and for others a hash table with open addressing that is at most half
 * full.
 */
final class NumberIndex {
    /** Smaller numbers are looked up in an array, of at most 16 MiB. */
    private static final int SMALL = 1 << 22;

    private int[] small = empty(1 << 10);
    private long[] numbers = new long[1 << 10];
    private int[] indices = empty(1 << 10);
    private int size;

    private static int[] empty(int places) {
        int[] indices = new int[places];
        Arrays.fill(indices, -1);
        return indices;
    }

    /** The index of a number, -1 if it has none. */
    int get(long number) {
        return number >= 0 && number < small.length ? small[(int) number] : indices[place(number)];
    }

    /** Adds a number that is not present yet. */
    void put(long number, int index) {
        if (number >= 0 && number < SMALL) {
            widen((int) number);
            small[(int) number] = index;
            return;
        }
        if (2 * size >= numbers.length) {
            grow();
        }
        set(number, index);
        size++;
    }

    private void widen(int number) {
        if (number >= small.length) {
            int before = small.length;
            small = Arrays.copyOf(small, 2 * Integer.highestOneBit(number));
            Arrays.fill(small, before, small.length, -1);
        }
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

    /** The slot of a number, present or not. */
    private int place(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & (numbers.length - 1);
        while (indices[place] >= 0 && numbers[place] != number) {
            place = (place + 1) & (numbers.length - 1);
        }
        return place;
    }
}
