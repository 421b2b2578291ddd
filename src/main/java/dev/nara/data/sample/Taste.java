package dev.nara.data.sample;

import java.util.Arrays;
import java.util.List;

/** What a child likes: a handful of shelves, which slowly change. */
final class Taste {
    private static final double GENRE_SPREAD = 0.7;
    private static final double THEME_SPREAD = 1.1;
    private static final double SHELF_SPREAD = 0.8;
    private static final Range LIKED = new Range(4, 8);
    private static final double CURIOSITY = 0.12;

    private final List<Shelf> shelves;
    private final Odds leanings;
    private final int[] liked;

    /**
     * @param sizes what part of its genre's demand a shelf draws
     * @param themes number of themes
     */
    Taste(List<Shelf> shelves, double[] sizes, int themes, double age, Dice dice) {
        this.shelves = shelves;
        double[] themeBias = new double[themes];
        for (int i = 0; i < themes; i++) {
            themeBias[i] = dice.logNormal(THEME_SPREAD);
        }
        double[] weights = new double[shelves.size()];
        double genreBias = 1;
        for (int i = 0; i < weights.length; i++) {
            Shelf shelf = shelves.get(i);
            if (i == 0 || !shelf.genre().equals(shelves.get(i - 1).genre())) {
                genreBias = dice.logNormal(GENRE_SPREAD);
            }
            double own = genreBias * themeBias[shelf.theme().index()] * dice.logNormal(SHELF_SPREAD);
            weights[i] = shelf.genre().demand(age) * sizes[i] * own;
        }
        leanings = new Odds(weights);
        liked = new int[LIKED.draw(dice)];
        for (int i = 0; i < liked.length; i++) {
            liked[i] = leanings.draw(dice);
        }
    }

    /** The favourite shelves stand first and are drawn most; now and then it is any other. */
    Shelf draw(Dice dice) {
        if (dice.chance(CURIOSITY)) {
            return shelves.get(leanings.draw(dice));
        }
        return shelves.get(liked[Math.min(dice.below(liked.length), dice.below(liked.length))]);
    }

    /** One liked shelf gives way to another. */
    void drift(Dice dice) {
        liked[dice.below(liked.length)] = leanings.draw(dice);
    }

    /** Liked shelves, the favourite first; some may stand there twice. */
    List<Shelf> liked() {
        return Arrays.stream(liked).mapToObj(shelves::get).toList();
    }
}
