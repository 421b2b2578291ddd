package dev.nara.algorithm;

/**
 * What a training takes, known before it begins.
 *
 * @param parameters how many numbers are learnt
 * @param bytes of memory for them while training: the numbers, the optimiser's memory of them, and the copy that is evaluated
 * @param work multiply-adds an epoch, in proportion to which epochs of one algorithm on one engine take time
 */
public record Cost(long parameters, long bytes, double work) {}
