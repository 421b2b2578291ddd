package dev.nara.eval;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Users in blocks that are worked on in parallel, a block after the other on each core. */
final class UserBlocks {
    private UserBlocks() {}

    /** Receives a block, from several threads. */
    @FunctionalInterface
    interface Sink {
        /** {@code first} is the place of the block's first user among all. */
        void block(int first, int[] users);
    }

    /** All users in their order, {@code size} of them in each block but the last. */
    static void each(int[] users, int size, Sink sink) {
        int blocks = (users.length + size - 1) / size;
        IntStream.range(0, blocks).parallel().forEach(b -> {
            int first = b * size;
            sink.block(first, Arrays.copyOfRange(users, first, Math.min(users.length, first + size)));
        });
    }
}
