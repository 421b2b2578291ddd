package dev.nara.neumf;

import java.util.Arrays;

/**
 * The distinct table rows used by a batch's examples: each gets a slot in order of first use, and each slot lists its examples in order.
 */
public final class DistinctRows {
    private final int[] slotOfRow;
    private final int[] rows;
    private final int[] slots;
    private final int[] starts;
    private final int[] members;
    private int count;

    /** For a table of {@code tableRows} rows and batches of at most {@code capacity} examples. */
    public DistinctRows(int tableRows, int capacity) {
        slotOfRow = new int[tableRows];
        Arrays.fill(slotOfRow, -1);
        int most = Math.min(tableRows, capacity);
        rows = new int[most];
        starts = new int[most + 1];
        slots = new int[capacity];
        members = new int[capacity];
    }

    /** Finds the distinct rows among the first {@code examples} indices. */
    public void find(int[] indices, int examples) {
        count = 0;
        for (int e = 0; e < examples; e++) {
            int row = indices[e];
            int slot = slotOfRow[row];
            if (slot < 0) {
                slot = count++;
                slotOfRow[row] = slot;
                rows[slot] = row;
                starts[slot] = 0;
            }
            slots[e] = slot;
            starts[slot]++;
        }
        int next = 0;
        for (int s = 0; s < count; s++) {
            int size = starts[s];
            starts[s] = next;
            next += size;
            slotOfRow[rows[s]] = -1;
        }
        for (int e = 0; e < examples; e++) {
            members[starts[slots[e]]++] = e;
        }
        for (int s = count; s > 0; s--) {
            starts[s] = starts[s - 1];
        }
        starts[0] = 0;
    }

    /** The number of distinct rows. */
    public int count() {
        return count;
    }

    /** The row of a slot. */
    public int row(int slot) {
        return rows[slot];
    }

    /** The row of each slot. */
    public int[] rows() {
        return rows;
    }

    /** The slot of an example. */
    public int slot(int example) {
        return slots[example];
    }

    /** The index of a slot's first example in the list of examples by slot; the slot ends where the next one starts. */
    public int start(int slot) {
        return starts[slot];
    }

    /** An example by its index in the list of examples by slot. */
    public int member(int place) {
        return members[place];
    }
}
