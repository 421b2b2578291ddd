package dev.nara.algorithm;

/**
 * What a training needs, estimated before it starts.
 *
 * @param parameters the number of trained parameters
 * @param bytes of memory during training: parameters, optimiser state, and the copy that is evaluated
 * @param deviceBytes of additional GPU memory for everything the training keeps there; 0 without a GPU
 * @param work multiply-adds per epoch; for one algorithm and engine, epoch time is proportional to it
 */
public record Cost(long parameters, long bytes, long deviceBytes, double work) {
    /** A training that uses only the memory of the process. */
    public Cost(long parameters, long bytes, double work) {
        this(parameters, bytes, 0, work);
    }
}
