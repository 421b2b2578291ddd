package dev.nara.synth;

/**
 * Chances by which children choose. A small folder lacks the busiest children, who repeat most, so there favourites and
 * loops weigh more: that keeps the share of repeated pairs.
 *
 * @param favourite to turn to something watched before
 * @param again to watch the same album once more
 * @param frontPage to take what is shown first, for a busy child
 * @param casual what is added to that for a child that hardly watches
 * @param drift to change one liked shelf in a day
 */
record Habits(double favourite, double again, double frontPage, double casual, double drift) {
    static Habits of(Scale scale) {
        double small = scale.smallness();
        return new Habits(0.545 + 0.20 * small, 0.14 + 0.32 * small, 0.08 - 0.04 * small, 0.49, 1 / (14 - 7 * small));
    }
}
