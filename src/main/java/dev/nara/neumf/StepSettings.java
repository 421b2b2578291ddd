package dev.nara.neumf;

/**
 * What a step of training needs to know beside the model.
 *
 * @param optimizer holds its state for the model's weights
 * @param batchSize the most examples of a step
 * @param dropout the share of hidden units dropped, 0 … 0.9
 * @param meanLoss whether the loss of a batch is the mean over its examples, else the sum
 * @param device "auto", or the id of a usable device of the engine
 * @param seed decides the dropout masks
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
    /** In float32, as every engine does. */
    public StepSettings(Optimizer optimizer, int batchSize, float dropout, boolean meanLoss, String device, long seed) {
        this(optimizer, batchSize, dropout, meanLoss, device, seed, Precision.FLOAT32);
    }

    /** What the gradients of the summed loss are multiplied with. */
    public float scale(int examples) {
        return meanLoss ? 1f / examples : 1f;
    }
}
