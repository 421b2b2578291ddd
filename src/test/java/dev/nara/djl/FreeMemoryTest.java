package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FreeMemoryTest {
    private static final long GIGABYTE = 1L << 30;

    private long kept;
    private OptionalLong free = OptionalLong.of(70 * GIGABYTE);
    private final List<Integer> asked = new ArrayList<>();

    /** The driver counts as used what PyTorch keeps for later. */
    private final FreeMemory memory = new FreeMemory(
            gpu -> {
                asked.add(gpu);
                return free.isEmpty() ? free : OptionalLong.of(free.getAsLong() - kept);
            },
            () -> kept = 0);

    @Test
    void itIsAskedAnewEachTime() {
        assertEquals(OptionalLong.of(70 * GIGABYTE), memory.of(0));
        free = OptionalLong.of(9 * GIGABYTE);
        assertEquals(OptionalLong.of(9 * GIGABYTE), memory.of(1));
        assertEquals(List.of(0, 1), asked);
    }

    /** Half a gigabyte is the driver's share, which the forecast counts. */
    @Test
    void whatThisProgramHoldsWithoutNeedIsFree() {
        memory.computesOn(1);
        kept = 20 * GIGABYTE;
        assertEquals(OptionalLong.of(50 * GIGABYTE), memory.of(0), "another GPU");
        assertEquals(OptionalLong.of(70 * GIGABYTE + GIGABYTE / 2), memory.of(1));
        free = OptionalLong.of(30 * GIGABYTE);
        assertEquals(OptionalLong.of(30 * GIGABYTE + GIGABYTE / 2), memory.of(1), "others took it since");
        free = OptionalLong.empty();
        assertEquals(OptionalLong.empty(), memory.of(1));
    }
}
