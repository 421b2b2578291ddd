package dev.nara.eval;

/**
 * Keeps the K best of many scored items in a bounded heap. Equal scores rank by a number that
 * is offered with them, lower first, then by index. A score that is not a number loses to every other.
 */
public final class TopK {
    private final int capacity;
    private final float[] scores;
    private final int[] items;
    private final int[] ties;
    private int size;

    /** For the {@code k} best. */
    public TopK(int k) {
        capacity = k;
        scores = new float[k];
        items = new int[k];
        ties = new int[k];
    }

    /** Offers an item that wins and loses ties by its index. */
    public void offer(int item, float score) {
        offer(item, score, 0);
    }

    /** Offers an item; of those with the same score the one with the lowest {@code tie} ranks first. */
    public void offer(int item, float score, int tie) {
        float usable = usable(score);
        if (size < capacity) {
            place(size, item, usable, tie);
            size++;
            siftUp(size - 1);
        } else if (usable >= scores[0] && better(usable, tie, item, 0)) {
            place(0, item, usable, tie);
            siftDown(size);
        }
    }

    /** The score by which an item is ranked: one that is not a number is below all others. */
    static float usable(float score) {
        return Float.isNaN(score) ? Float.NEGATIVE_INFINITY : score;
    }

    /** The kept items, best first: shape [at most k]. Empties the heap. */
    public int[] drain() {
        return drain(new float[size]);
    }

    /** The kept items, best first, with their scores in {@code into}; {@code into} has room for k. Empties the heap. */
    public int[] drain(float[] into) {
        int[] sorted = new int[size];
        while (size > 0) {
            size--;
            sorted[size] = items[0];
            into[size] = scores[0];
            place(0, items[size], scores[size], ties[size]);
            siftDown(size);
        }
        return sorted;
    }

    /** Below this a score is not kept. */
    float worst() {
        return size < capacity ? Float.NEGATIVE_INFINITY : scores[0];
    }

    /** How many are kept. */
    public int size() {
        return size;
    }

    private void place(int at, int item, float score, int tie) {
        items[at] = item;
        scores[at] = score;
        ties[at] = tie;
    }

    /** Whether the candidate ranks before the entry. */
    private boolean better(float score, int tie, int item, int entry) {
        if (score != scores[entry]) {
            return score > scores[entry];
        }
        if (tie != ties[entry]) {
            return tie < ties[entry];
        }
        return item < items[entry];
    }

    /** The heap's root is the worst entry. */
    private void siftUp(int from) {
        int child = from;
        while (child > 0) {
            int parent = (child - 1) / 2;
            if (!better(scores[parent], ties[parent], items[parent], child)) {
                return;
            }
            swap(parent, child);
            child = parent;
        }
    }

    private void siftDown(int end) {
        int parent = 0;
        for (int child = 1; child < end; child = 2 * parent + 1) {
            if (child + 1 < end && better(scores[child], ties[child], items[child], child + 1)) {
                child++;
            }
            if (better(scores[child], ties[child], items[child], parent)) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    }

    private void swap(int a, int b) {
        int item = items[a];
        float score = scores[a];
        int tie = ties[a];
        place(a, items[b], scores[b], ties[b]);
        place(b, item, score, tie);
    }
}
