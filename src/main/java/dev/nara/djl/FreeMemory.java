package dev.nara.djl;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** Bytes of each GPU that this program can have at the moment. */
final class FreeMemory {
    private final IntFunction<OptionalLong> driver;
    private final Runnable giveBack;
    private final Set<Integer> own = ConcurrentHashMap.newKeySet();

    /**
     * Of these GPUs.
     *
     * @param driver tells what no program has, by the GPU's number; empty where it does not
     * @param giveBack lets PyTorch return to the driver what it keeps for later and does not use
     */
    FreeMemory(IntFunction<OptionalLong> driver, Runnable giveBack) {
        this.driver = driver;
        this.giveBack = giveBack;
    }

    /** From now on this program has the driver's share of that GPU, until it ends. */
    void computesOn(int gpu) {
        own.add(gpu);
    }

    /** The driver's share counts as free where this program has it already, for {@link DeviceMemory#of} counts it as needed. */
    OptionalLong of(int gpu) {
        if (!own.contains(gpu)) {
            return driver.apply(gpu);
        }
        giveBack.run();
        OptionalLong free = driver.apply(gpu);
        return free.isEmpty() ? free : OptionalLong.of(free.getAsLong() + DeviceMemory.OWN);
    }
}
