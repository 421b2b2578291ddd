package dev.nara.synth;

/**
 * A programme of one or more albums with consecutive ids, watched in that order.
 *
 * @param index its place in the catalogue
 * @param sequelTo index of the series whose second season it is, or -1
 * @param age the age it is made for
 * @param weight popularity among children of a fitting age
 * @param seconds approximate running time of an episode
 */
record Series(
        int index,
        int sequelTo,
        int firstAlbum,
        int episodes,
        Shelf shelf,
        double age,
        double weight,
        Release release,
        int seconds,
        int price) {
    private static final double AGE_SPREAD = 2.4;
    private static final double AGE_FLOOR = 0.04;

    Genre genre() {
        return shelf.genre();
    }

    /** Number of episodes released by a day. */
    int released(int day) {
        return release.episodes(day, episodes);
    }

    int album(int episode) {
        return firstAlbum + episode;
    }

    /** Retention of viewers, from 0 to 1; higher for popular series. */
    double hold() {
        return weight / (weight + 1);
    }

    /** Fit for a child of an age, from near 0 to 1. */
    double suits(double childAge) {
        double distance = (childAge - age) / AGE_SPREAD;
        return AGE_FLOOR + (1 - AGE_FLOOR) * StrictMath.exp(-distance * distance / 2);
    }
}
