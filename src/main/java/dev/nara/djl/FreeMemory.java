package dev.nara.djl;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The GPU memory currently available to this process, in bytes. */
final class FreeMemory {
    private final IntFunction<OptionalLong> driver;
    private final Runnable giveBack;
    private final Set<Integer> own = ConcurrentHashMap.newKeySet();

    /**
     * For these GPUs.
     *
     * @param driver returns the memory that no process uses, by the GPU's number; empty if unknown
     * @param giveBack makes PyTorch return cached memory to the driver
     */
    FreeMemory(IntFunction<OptionalLong> driver, Runnable giveBack) {
        this.driver = driver;
        this.giveBack = giveBack;
    }

    /** From now on, this process has the driver's memory allocated on that GPU, until it ends. */
    void computesOn(int gpu) {
        own.add(gpu);
    }

    /** Memory that this process's driver context already uses counts as free, because {@link DeviceMemory#of} includes it. */
    OptionalLong of(int gpu) {
        if (!own.contains(gpu)) {
            return driver.apply(gpu);
        }
        giveBack.run();
        OptionalLong free = driver.apply(gpu);
        return free.isEmpty() ? free : OptionalLong.of(free.getAsLong() + DeviceMemory.OWN);
    }
}
