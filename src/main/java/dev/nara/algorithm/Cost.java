package dev.nara.algorithm;

/**
 * What a training takes, known before it begins.
 *
 * @param parameters how many numbers are learnt
 * @param bytes of memory for them while training: the numbers, the optimiser's memory of them, and the copy that is evaluated
 * @param deviceBytes of a GPU's memory besides, for all that a training has there; 0 where it uses none
 * @param work multiply-adds an epoch, in proportion to which epochs of one algorithm on one engine take time
 */
public record Cost(long parameters, long bytes, long deviceBytes, double work) {
    /** In the program's own memory alone. */
    public Cost(long parameters, long bytes, double work) {
        this(parameters, bytes, 0, work);
    }
}
