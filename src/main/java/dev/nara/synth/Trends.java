package dev.nara.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weekly popularity: series rise and fall, new ones start high. */
final class Trends {
    private static final int WEEKS = ServiceDays.DAYS / 7 + 1;
    private static final double MEMORY = 0.93;
    private static final double SHOCK = 0.21;
    private static final double NOVELTY = 1.8;
    private static final double NOVELTY_WEEKS = 3.0;

    /** Not zero, so that a shelf without released episodes can be drawn from; the child then chooses something else. */
    private static final double NOT_OUT = 1e-9;

    private final List<List<Odds>> shelfOdds = new ArrayList<>();
    private final List<FrontPage> frontPages = new ArrayList<>();

    /** @param head flatness of the front page's top places */
    Trends(Catalogue catalogue, double head, Dice dice) {
        double[] fashion = new double[catalogue.series().size()];
        Arrays.setAll(fashion, i -> SHOCK / StrictMath.sqrt(1 - MEMORY * MEMORY) * dice.normal());
        for (int week = 0; week < WEEKS; week++) {
            double[] weights = weights(catalogue, fashion, week * 7);
            List<Odds> odds = new ArrayList<>();
            for (Shelf shelf : catalogue.shelves()) {
                odds.add(new Odds(catalogue.on(shelf).stream()
                        .mapToDouble(series -> weights[series.index()])
                        .toArray()));
            }
            shelfOdds.add(odds);
            frontPages.add(new FrontPage(catalogue, weights, week * 7, head));
            for (int i = 0; i < fashion.length; i++) {
                fashion[i] = MEMORY * fashion[i] + SHOCK * dice.normal();
            }
        }
    }

    private static double[] weights(Catalogue catalogue, double[] fashion, int day) {
        double[] weights = new double[fashion.length];
        for (Series series : catalogue.series()) {
            double weight = NOT_OUT;
            if (series.released(day) > 0) {
                weight = series.weight() * StrictMath.exp(fashion[series.index()]) * novelty(series, day);
            }
            weights[series.index()] = weight;
        }
        return weights;
    }

    private static double novelty(Series series, int day) {
        double weeks = (day - series.release().day()) / 7.0;
        return 1 + NOVELTY * StrictMath.exp(-weeks / NOVELTY_WEEKS);
    }

    FrontPage frontPage(int day) {
        return frontPages.get(day / 7);
    }

    /** Weights over {@link Catalogue#on} of a shelf. */
    Odds odds(Shelf shelf, int day) {
        return shelfOdds.get(day / 7).get(shelf.index());
    }
}
