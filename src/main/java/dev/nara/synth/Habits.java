package dev.nara.synth;

/**
 * Probabilities of a child's choices. A small folder lacks the busiest children, who repeat most, so it has higher
 * probabilities of favourites and loops to keep the share of repeated pairs.
 *
 * @param favourite to choose something watched before
 * @param again to watch the same album once more
 * @param frontPage to take what is shown first, for a busy child
 * @param casual added to {@code frontPage} for a child that hardly watches
 * @param drift to replace one liked shelf, per day
 */
record Habits(double favourite, double again, double frontPage, double casual, double drift) {
    static Habits of(Scale scale) {
        double small = scale.smallness();
        return new Habits(0.545 + 0.20 * small, 0.14 + 0.32 * small, 0.08 - 0.04 * small, 0.49, 1 / (14 - 7 * small));
    }
}
