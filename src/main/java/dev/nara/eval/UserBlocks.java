package dev.nara.eval;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Processes users in blocks, in parallel on all cores. */
final class UserBlocks {
    private UserBlocks() {}

    /** Receives a block; called from several threads. */
    @FunctionalInterface
    interface Sink {
        /** {@code first} is the position of the block's first user among all. */
        void block(int first, int[] users);
    }

    /** Processes all users in order, {@code size} in each block but the last. */
    static void each(int[] users, int size, Sink sink) {
        int blocks = (users.length + size - 1) / size;
        IntStream.range(0, blocks).parallel().forEach(b -> {
            int first = b * size;
            sink.block(first, Arrays.copyOfRange(users, first, Math.min(users.length, first + size)));
        });
    }
}
