package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GpusTest {
    @Test
    void aGpuIsCalledByTheDriversIdentifier() {
        byte[] uuid = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, (byte) 0xff};
        assertEquals("gpu-0102030405060708090a0b0c0d0e0fff", Gpus.name(uuid));
        assertEquals(12, Gpus.number("gpu12"));
        // No machine has so many: its id is all that is known.
        assertEquals("gpu9999", Gpus.name("gpu9999"));
    }
}
