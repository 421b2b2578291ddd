package dev.nara.synth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The front page of the service in one week: the most popular albums, the same for all; top places are chosen most. */
final class FrontPage {
    private static final int ENTRIES = 3;
    private static final double ENTRY_DECAY = 0.45;
    private static final int LENGTH = 110;
    private static final double STEEPNESS = 1.6;

    private final int[] albums;
    private final Odds places;

    private record Offer(int album, double score) {}

    /**
     * @param weights popularity of each series in this week
     * @param head how flat the top places are
     */
    FrontPage(Catalogue catalogue, double[] weights, int day, double head) {
        List<Offer> offers = catalogue.series().stream()
                .flatMap(series -> offers(series, weights[series.index()], day).stream())
                .sorted(Comparator.comparingDouble(Offer::score).reversed().thenComparingInt(Offer::album))
                .limit(LENGTH)
                .toList();
        albums = offers.stream().mapToInt(Offer::album).toArray();
        double[] chances = new double[albums.length];
        Arrays.setAll(chances, i -> StrictMath.pow(i + head, -STEEPNESS));
        places = new Odds(chances);
    }

    private static List<Offer> offers(Series series, double weight, int day) {
        int shown = Math.min(ENTRIES, series.released(day));
        Offer[] offers = new Offer[shown];
        double score = weight * series.genre().appeal();
        for (int i = 0; i < shown; i++) {
            offers[i] = new Offer(series.album(i), score);
            score *= ENTRY_DECAY;
        }
        return List.of(offers);
    }

    int draw(Dice dice) {
        return albums[places.draw(dice)];
    }
}
