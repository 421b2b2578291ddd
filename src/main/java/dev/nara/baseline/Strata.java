package dev.nara.baseline;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Divides the examples of a part of an epoch into rounds of {@link #BLOCKS} blocks. Blocks of a round share no rows, so that all cores can
 * train on them at once with a deterministic result (Gemulla et al. 2011, <i>Large-Scale Matrix Factorization with Distributed Stochastic
 * Gradient Descent</i>). The source of examples assigns them to blocks.
 */
final class Strata {
    /** The number of blocks per round, and of groups of users. */
    static final int BLOCKS = 8;

    /** Numbers per example: user, item, and another. */
    static final int WIDTH = 3;

    /** The size of an example, before and after its assignment to a block. */
    static final int BYTES = Integer.BYTES * (1 + 2 * WIDTH);

    /** The number of shares of a part drawn at once. */
    private static final int PARTS = 16;

    private final int rounds;
    private final Part[] parts = new Part[PARTS];
    private final int[] examples;
    /** Where each block starts: [rounds * BLOCKS + 1]. */
    private final int[] starts;

    /** Capacity for {@code places} positions of an epoch at once, each with at most {@code each} examples. */
    Strata(int rounds, int places, int each) {
        this.rounds = rounds;
        starts = new int[rounds * BLOCKS + 1];
        examples = new int[places * each * WIDTH];
        Arrays.setAll(parts, p -> new Part((places + PARTS - 1) / PARTS * each));
    }

    /** Draws the examples of some positions of the epoch, in order. */
    @FunctionalInterface
    interface Drawing {
        /** The examples of positions {@code from} … {@code to - 1}; called from several threads. */
        void draw(int from, int to, Part into);
    }

    /** The examples of some positions in the order in which they were drawn. */
    final class Part {
        /** Block, user, item, other, for each example. */
        private final int[] drawn;
        /** The size of each block; later the position for its next example. */
        private final int[] places = new int[rounds * BLOCKS];

        private int size;

        private Part(int capacity) {
            drawn = new int[capacity * (1 + WIDTH)];
        }

        /** Adds an example to a block of a round. */
        void add(int round, int block, int user, int item, int other) {
            int at = size * (1 + WIDTH);
            int place = round * BLOCKS + block;
            drawn[at] = place;
            drawn[at + 1] = user;
            drawn[at + 2] = item;
            drawn[at + 3] = other;
            places[place]++;
            size++;
        }

        private void draw(Drawing drawing, int from, int to) {
            size = 0;
            Arrays.fill(places, 0);
            drawing.draw(from, to, this);
        }

        private void deal() {
            for (int e = 0; e < size; e++) {
                int at = e * (1 + WIDTH);
                System.arraycopy(drawn, at + 1, examples, WIDTH * places[drawn[at]]++, WIDTH);
            }
        }
    }

    /** Replaces the examples by those of positions {@code from} … {@code to - 1} of the epoch. */
    void deal(int from, int to, Drawing drawing) {
        each(PARTS, p -> parts[p].draw(drawing, bound(from, to, p), bound(from, to, p + 1)));
        int next = 0;
        for (int block = 0; block < rounds * BLOCKS; block++) {
            starts[block] = next;
            for (Part part : parts) {
                int count = part.places[block];
                part.places[block] = next;
                next += count;
            }
        }
        starts[rounds * BLOCKS] = next;
        each(PARTS, p -> parts[p].deal());
    }

    private static int bound(int from, int to, int part) {
        return from + (int) ((long) (to - from) * part / PARTS);
    }

    /** Shuffles the examples of a block. */
    void shuffle(int round, int block, long seed) {
        int first = start(round, block);
        SplittableRandom random = new SplittableRandom(seed + first);
        for (int e = start(round, block + 1) - 1; e > first; e--) {
            int a = WIDTH * e;
            int b = WIDTH * (first + random.nextInt(e - first + 1));
            for (int n = 0; n < WIDTH; n++) {
                int number = examples[a + n];
                examples[a + n] = examples[b + n];
                examples[b + n] = number;
            }
        }
    }

    /** Runs tasks 0 … count - 1 on all cores. */
    static void each(int count, IntConsumer work) {
        IntStream.range(0, count).parallel().forEach(work);
    }

    int rounds() {
        return rounds;
    }

    /** All examples, {@link #WIDTH} numbers each. */
    int[] examples() {
        return examples;
    }

    /** The index of a block's first example; the block ends where the next one begins. */
    int start(int round, int block) {
        return starts[round * BLOCKS + block];
    }
}
