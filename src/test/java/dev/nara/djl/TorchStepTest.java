package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.nara.algorithm.DeviceFull;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TorchStepTest {
    @Test
    void aFullDeviceIsReportedWithASmallerBatch() {
        EngineException full = new EngineException("CUDA out of memory. Tried to allocate 20.00 GiB");
        DeviceFull explained = assertInstanceOf(DeviceFull.class, TorchStep.explained(full, 65_536));
        assertEquals(
                "The device has no memory left for a batch of 65536 examples. Use a smaller one, such as 32768.",
                explained.words().in(Locale.ENGLISH));
        EngineException other = new EngineException("CUDA error: an illegal memory access was encountered");
        assertSame(other, TorchStep.explained(other, 65_536));
    }

    @Test
    void aModelThatDoesNotFitIsReportedWithoutABatchAndLeavesNothingBehind() {
        List<String> called = new ArrayList<>();
        NDManager manager = (NDManager) Proxy.newProxyInstance(
                NDManager.class.getClassLoader(), new Class<?>[] {NDManager.class}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return null;
                });
        DeviceFull full = assertThrows(
                DeviceFull.class,
                () -> TorchStep.placed(manager, () -> {
                    throw new EngineException("CUDA out of memory. Tried to allocate 20.00 GiB");
                }));
        assertEquals(
                "The model does not fit on the device. Use smaller embeddings, or train on the device cpu.",
                full.words().in(Locale.ENGLISH));
        IllegalStateException other = new IllegalStateException();
        assertSame(
                other,
                assertThrows(
                        IllegalStateException.class,
                        () -> TorchStep.placed(manager, () -> {
                            throw other;
                        })));
        assertEquals(List.of("close", "close"), called);
    }
}
