package dev.nara.neumf;

/**
 * Settings of a training step, apart from the model.
 *
 * @param optimizer with its state for the model's weights
 * @param batchSize maximum number of examples per step
 * @param dropout the share of hidden units dropped, 0 … 0.9
 * @param meanLoss whether the loss of a batch is the mean over its examples instead of the sum
 * @param device "auto", or the id of a usable device of the engine
 * @param seed of the dropout masks
 * @param precision of the layers' products
 */
public record StepSettings(
        Optimizer optimizer,
        int batchSize,
        float dropout,
        boolean meanLoss,
        String device,
        long seed,
        Precision precision) {
    /** With float32. */
    public StepSettings(Optimizer optimizer, int batchSize, float dropout, boolean meanLoss, String device, long seed) {
        this(optimizer, batchSize, dropout, meanLoss, device, seed, Precision.FLOAT32);
    }

    /** The factor for gradients of the summed loss. */
    public float scale(int examples) {
        return meanLoss ? 1f / examples : 1f;
    }
}
