package dev.nara.algorithm;

import dev.nara.text.Text;

/** Thrown if a device's memory does not suffice for the model or for a batch. */
public final class DeviceFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int batchSize;

    /** Out of memory for a batch of this size. */
    public DeviceFull(int batchSize, Throwable cause) {
        super(cause);
        this.batchSize = batchSize;
    }

    /** Out of memory for the model itself, whatever the batch size. */
    public DeviceFull(Throwable cause) {
        this(0, cause);
    }

    /** What happened and what to do. */
    public Text words() {
        return batchSize == 0
                ? Text.of("run.failed.device.model")
                : Text.of("run.failed.device.memory", batchSize, Math.max(1, batchSize / 2));
    }
}
