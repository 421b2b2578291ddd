package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.engine.EngineException;
import dev.nara.algorithm.DeviceFull;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TorchStepTest {
    @Test
    void aFullDeviceIsToldWithASmallerBatch() {
        EngineException full = new EngineException("CUDA out of memory. Tried to allocate 20.00 GiB");
        DeviceFull told = assertInstanceOf(DeviceFull.class, TorchStep.told(full, 65_536));
        assertEquals(
                "The device has no memory left for a batch of 65536 examples. Use a smaller one, such as 32768.",
                told.words().in(Locale.ENGLISH));
        EngineException other = new EngineException("CUDA error: an illegal memory access was encountered");
        assertSame(other, TorchStep.told(other, 65_536));
    }
}
