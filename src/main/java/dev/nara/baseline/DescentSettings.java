package dev.nara.baseline;

/**
 * What can be set of {@link StratifiedDescent}, read.
 *
 * @param initialDeviation of the factors before the first epoch
 * @param negatives a positive; 1 where pairs of items are ranked
 */
record DescentSettings(int factors, float learningRate, float weightDecay, double initialDeviation, int negatives) {}
