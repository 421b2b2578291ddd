package dev.nara.run;

import java.util.Map;

/**
 * The best epoch of a run so far.
 *
 * @param epoch 0 where there is none
 * @param figure by which it was chosen, the higher the better
 */
record BestEpoch(int epoch, double figure, Map<String, Double> metrics) {
    static final BestEpoch NONE = new BestEpoch(0, Double.NEGATIVE_INFINITY, Map.of());
}
