package dev.nara.neumf;

import java.util.OptionalLong;

/**
 * Bytes of a GPU.
 *
 * @param free what no other program uses; empty where the driver does not tell
 */
public record GpuMemory(long total, OptionalLong free) {
    /** What a training can have, as far as is known. */
    long usable() {
        return Math.min(total, free.orElse(total));
    }
}
