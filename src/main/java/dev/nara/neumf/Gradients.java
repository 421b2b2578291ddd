package dev.nara.neumf;

/** Forward and backward pass of one model on a device; native resources are released on close. */
public interface Gradients extends AutoCloseable {
    /**
     * Computes the binary cross-entropy with logits of the batch and its gradients. The batch's input and GMF rows are
     * replaced by the gradients of the summed loss with respect to them.
     *
     * @param dense the dense parameters [denseSize], laid out as {@link NeuMfSpec} says
     * @param denseGradient receives the gradient of the summed loss with respect to them
     * @return the loss summed over the batch's examples
     */
    double compute(GatheredBatch batch, float[] dense, float[] denseGradient);

    @Override
    void close();
}
