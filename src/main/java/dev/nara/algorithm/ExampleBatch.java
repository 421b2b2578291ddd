package dev.nara.algorithm;

/** Examples to train on together: users, items and labels side by side; filled anew for every step. */
public final class ExampleBatch {
    private final int[] users;
    private final int[] items;
    private final float[] labels;
    private int size;

    /** With room for {@code capacity} examples. */
    public ExampleBatch(int capacity) {
        users = new int[capacity];
        items = new int[capacity];
        labels = new float[capacity];
    }

    /** Room for examples. */
    public int capacity() {
        return users.length;
    }

    /** Examples in use. */
    public int size() {
        return size;
    }

    /** Declares how many examples are in use. */
    public void size(int newSize) {
        size = newSize;
    }

    /** User indices: [capacity], of which size are used. */
    public int[] users() {
        return users;
    }

    /** Item indices: [capacity], of which size are used. */
    public int[] items() {
        return items;
    }

    /** 1 for a positive, 0 for a negative: [capacity], of which size are used. */
    public float[] labels() {
        return labels;
    }
}
