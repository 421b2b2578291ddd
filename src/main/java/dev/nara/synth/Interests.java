package dev.nara.synth;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Up to three interests named by a parent and up to three by a child; most of them match the child's taste.
 *
 * @param parent codes P01-P08, the first always present
 * @param child codes K01-K09, the first always present
 */
record Interests(List<String> parent, List<String> child) {
    static final int MOST = 3;

    private static final double ALL = 0.62;
    private static final double TWO = 0.24;
    private static final double BESIDE_THE_POINT = 0.25;
    private static final int PARENT_CODES = 8;
    private static final int CHILD_CODES = 9;

    static Interests draw(Taste taste, Dice dice) {
        List<Shelf> liked = taste.liked();
        return new Interests(
                draw(liked, shelf -> shelf.genre().parentCode(), "P0", PARENT_CODES, dice),
                draw(
                        liked,
                        shelf -> dice.chance(0.5)
                                ? shelf.theme().childCode()
                                : shelf.genre().childCode(),
                        "K0",
                        CHILD_CODES,
                        dice));
    }

    private static List<String> draw(
            List<Shelf> liked, Function<Shelf, String> code, String prefix, int codes, Dice dice) {
        double fate = dice.uniform();
        int count = fate < ALL ? MOST : fate < ALL + TWO ? 2 : 1;
        Set<String> chosen = new LinkedHashSet<>();
        for (Shelf shelf : liked) {
            boolean beside = dice.chance(BESIDE_THE_POINT);
            chosen.add(beside ? prefix + dice.between(1, codes) : code.apply(shelf));
        }
        while (chosen.size() < count) {
            chosen.add(prefix + dice.between(1, codes));
        }
        return new ArrayList<>(chosen).subList(0, count);
    }
}
