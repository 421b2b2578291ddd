package dev.nara.synth;

import java.util.Arrays;
import java.util.List;

/** A child's taste: a few liked shelves, which are slowly replaced by others. */
final class Taste {
    private static final double GENRE_SPREAD = 0.7;
    private static final double THEME_SPREAD = 1.1;
    private static final double SHELF_SPREAD = 0.8;
    private static final int LEANINGS = 60;
    private static final Range LIKED = new Range(4, 8);
    private static final double CURIOSITY = 0.12;

    private final List<Shelf> shelves;
    private final int[] leanings = new int[LEANINGS];
    private final int[] liked;

    /**
     * @param sizes each shelf's share of its genre's demand
     * @param themes number of themes
     */
    Taste(List<Shelf> shelves, double[] sizes, int themes, double age, Dice dice) {
        this.shelves = shelves;
        Odds odds = new Odds(weights(shelves, sizes, themes, age, dice));
        Arrays.setAll(leanings, i -> odds.draw(dice));
        liked = Arrays.copyOf(leanings, LIKED.draw(dice));
    }

    private static double[] weights(List<Shelf> shelves, double[] sizes, int themes, double age, Dice dice) {
        double[] themeBias = new double[themes];
        Arrays.setAll(themeBias, i -> dice.logNormal(THEME_SPREAD));
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
        return weights;
    }

    /** The favourite shelves come first and are drawn most; sometimes any other shelf is drawn. */
    Shelf draw(Dice dice) {
        if (dice.chance(CURIOSITY)) {
            return shelves.get(leanings[dice.below(LEANINGS)]);
        }
        return shelves.get(liked[Math.min(dice.below(liked.length), dice.below(liked.length))]);
    }

    /** Replaces one liked shelf. */
    void drift(Dice dice) {
        liked[dice.below(liked.length)] = leanings[dice.below(LEANINGS)];
    }

    /** Liked shelves, the favourite first; a shelf may occur twice. */
    List<Shelf> liked() {
        return Arrays.stream(liked).mapToObj(shelves::get).toList();
    }
}
