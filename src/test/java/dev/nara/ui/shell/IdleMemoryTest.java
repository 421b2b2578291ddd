package dev.nara.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {
    private static final long MEGABYTE = 1L << 20;

    private Duration computed = Duration.ZERO;
    private long heap;
    private int collections;

    private final IdleMemory memory = new IdleMemory(() -> computed, () -> heap, () -> {
        collections++;
        heap = 100 * MEGABYTE;
    });

    /** The program computed for some seconds since the last look, and its heap holds so much. */
    private void look(int seconds, int megabytes) {
        computed = computed.plusSeconds(seconds);
        heap = megabytes * MEGABYTE;
        memory.look();
    }

    @Test
    void whatATrainingLeftGoesWhenItHasEnded() {
        look(15, 900);
        look(20, 950);
        assertEquals(0, collections, "it computes");
        look(1, 960);
        assertEquals(1, collections);
    }

    @Test
    void anIdleWindowIsLeftAloneUntilItHoldsMoreAgain() {
        look(0, 300);
        look(0, 110);
        look(0, 130);
        assertEquals(1, collections);
        look(1, 133);
        assertEquals(2, collections, "33 MB more than the 100 that stayed");
        look(0, 90);
        look(0, 123);
        assertEquals(3, collections, "33 MB more than the 90 that were left without it");
    }
}
