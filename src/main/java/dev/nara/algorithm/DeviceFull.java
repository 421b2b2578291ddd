package dev.nara.algorithm;

import dev.nara.text.Text;

/** A device has no memory left for a model, or for a batch. */
public final class DeviceFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int batchSize;

    /** For a batch of so many examples. */
    public DeviceFull(int batchSize, Throwable cause) {
        super(cause);
        this.batchSize = batchSize;
    }

    /** For the model itself, whatever the batch. */
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
