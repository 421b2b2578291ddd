package dev.nara.baseline;

/**
 * The settings of {@link StratifiedDescent}.
 *
 * @param initialDeviation of the factors before the first epoch
 * @param negatives per positive; 1 for pairwise ranking
 */
record DescentSettings(int factors, float learningRate, float weightDecay, double initialDeviation, int negatives) {}
