package dev.nara.synth;

/** All sizes for a number of profiles; at 8,311 they are those of the real folder. */
record Scale(int profiles) {
    private static final double FULL = 8311;
    private static final double SMALL = 600;
    private static final double MEDIAN = 36;
    private static final double UPPER_QUARTILE = 101;
    private static final double SPREAD_BELOW = 1.85;
    private static final double SPREAD_ABOVE = 1.56;

    private double ratio() {
        return profiles / FULL;
    }

    /** Approximate number of albums. */
    int albums() {
        return Math.max(320, (int) StrictMath.round(39_875 * StrictMath.pow(ratio(), 0.92)));
    }

    /**
     * Strength of the correction that makes a small folder resemble the real one: 0 at the real size, 1 at 600
     * profiles.
     */
    double smallness() {
        double smallness = StrictMath.log(ratio()) / StrictMath.log(SMALL / FULL);
        return Math.max(0, Math.min(1, smallness));
    }

    /** Approximate number of series per shelf. */
    int seriesAShelf() {
        return (int) StrictMath.round(9 - 4 * smallness());
    }

    /** Episodes per series: a small catalogue has shorter series, so that there are still many of them. */
    int episodes(Range range, Dice dice) {
        int episodes = range.draw(dice);
        return dice.chance(smallness()) ? Math.min(episodes, range.draw(dice)) : episodes;
    }

    /** Share of series with hardly any demand. */
    double sleepers() {
        return 0.57 - 0.3 * smallness();
    }

    /** How flat the front page's places are at the top. */
    double frontPageHead() {
        return 5 + 6 * smallness();
    }

    /** Number of additional meta rows. */
    int extraMetaRows() {
        return (int) StrictMath.round(albums() * (2727.0 / 39_875));
    }

    /** Approximate number of purchases. */
    int buys() {
        return Math.max(2, (int) StrictMath.round(150 * ratio()));
    }

    /** Mean meta_data_plus rows per album: lower for a small folder, to limit its size. */
    double keywordsAnAlbum() {
        return Math.max(2.5, 19.26 * Math.min(1, StrictMath.pow(ratio(), 0.78)));
    }

    /**
     * How far the starts of a profile may exceed the upper quartile. Most bytes of a folder come from its busiest
     * profiles, so a small folder has the real quartiles but a lighter tail.
     */
    private double tail() {
        return Math.max(80, 6000 * Math.min(1, StrictMath.pow(ratio(), 1.64)));
    }

    /** Starts of the profile at a quantile in (0, 1): log-normal, the tail bent down. */
    int starts(double quantile) {
        double normal = Normal.quantile(quantile);
        double starts = MEDIAN * StrictMath.exp(normal * (normal < 0 ? SPREAD_BELOW : SPREAD_ABOVE));
        double beyond = Math.max(0, starts - UPPER_QUARTILE);
        starts += beyond / (1 + beyond / tail()) - beyond;
        return Math.max(1, (int) StrictMath.round(starts));
    }
}
