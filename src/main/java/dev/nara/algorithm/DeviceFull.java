package dev.nara.algorithm;

import dev.nara.text.Text;

/** A device has no memory left for a batch. */
public final class DeviceFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int batchSize;

    /** For a batch of so many examples. */
    public DeviceFull(int batchSize, Throwable cause) {
        super(cause);
        this.batchSize = batchSize;
    }

    /** What happened and what to do. */
    public Text words() {
        return Text.of("run.failed.device.memory", batchSize, Math.max(1, batchSize / 2));
    }
}
