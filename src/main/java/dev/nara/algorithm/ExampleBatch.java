package dev.nara.algorithm;

/** A batch of training examples as parallel arrays of users, items and labels; refilled for every step. */
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

    /** The maximum number of examples. */
    public int capacity() {
        return users.length;
    }

    /** The number of examples in use. */
    public int size() {
        return size;
    }

    /** Sets the number of examples in use. */
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
