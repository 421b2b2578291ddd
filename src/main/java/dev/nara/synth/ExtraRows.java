package dev.nara.synth;

/** Chooses the albums that meta_data.csv lists several times, mostly popular ones, at most four rows each. */
final class ExtraRows {
    private static final int MOST = 3;
    private static final double TOWARDS_POPULAR = 0.45;
    private static final int FIRST_EPISODES = 12;

    private ExtraRows() {}

    /** Additional rows by album id; their sum is the given number. */
    static int[] draw(Catalogue catalogue, int rows, Dice dice) {
        Odds odds = new Odds(catalogue.series().stream()
                .mapToDouble(series ->
                        StrictMath.pow(series.weight() * series.genre().appeal(), TOWARDS_POPULAR))
                .toArray());
        int[] extra = new int[catalogue.albumBound()];
        for (int left = rows; left > 0; ) {
            Series series = catalogue.series().get(odds.draw(dice));
            int album = series.album(dice.below(Math.min(series.episodes(), FIRST_EPISODES)));
            if (extra[album] < MOST) {
                extra[album]++;
                left--;
            }
        }
        return extra;
    }
}
