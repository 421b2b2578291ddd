package dev.nara.synth;

/**
 * A programme of one or more albums with consecutive ids, watched in that order.
 *
 * @param index its place in the catalogue
 * @param sequelTo index of the series whose second season it is, or -1
 * @param age the age it is made for
 * @param weight how popular it is among those it suits
 * @param seconds how long an episode runs, about
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

    /** How many episodes can be watched on a day. */
    int released(int day) {
        return release.episodes(day, episodes);
    }

    int album(int episode) {
        return firstAlbum + episode;
    }

    /** From 0 to 1: how well it holds those who began it; popular series do. */
    double hold() {
        return weight / (weight + 1);
    }

    /** From near 0 to 1: how well it suits a child of an age. */
    double suits(double childAge) {
        double distance = (childAge - age) / AGE_SPREAD;
        return AGE_FLOOR + (1 - AGE_FLOOR) * StrictMath.exp(-distance * distance / 2);
    }
}
