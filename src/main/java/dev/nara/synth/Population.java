package dev.nara.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Generates the profiles: age and sex as in the real service, activity at the real quantiles, tastes that fit the age.
 */
final class Population {
    private static final double[] AGES = {220, 478, 1088, 1237, 1172, 1076, 1001, 1145, 478, 208, 104, 45, 59};
    private static final double GIRLS = 0.53;
    private static final double HUNDREDTHS = 0.17;
    private static final double WITHOUT_ENDS = 0.132;
    private static final double LIGHT_STARTS = 60;
    private static final double LATE = 0.18;
    private static final double LEAVING = 0.18;
    private static final int GAP = 7;

    private final Scale scale;
    private final Catalogue catalogue;
    private final int themes;
    private final Dice dice;

    Population(Scale scale, Catalogue catalogue, int themes, Dice dice) {
        this.scale = scale;
        this.catalogue = catalogue;
        this.themes = themes;
        this.dice = dice;
    }

    List<Child> make() {
        int[] ages = ages();
        int[] starts = starts();
        double[] sizes = shelfSizes();
        List<Child> children = new ArrayList<>();
        int id = 0;
        for (int i = 0; i < scale.profiles(); i++) {
            id += dice.between(1, GAP);
            children.add(child(id, ages[i], starts[i], sizes));
        }
        return children;
    }

    private Child child(int id, int age, int starts, double[] sizes) {
        Dice own = dice.fork();
        int last = ServiceDays.HISTORY_DAYS - 1;
        int from = own.chance(LATE) ? own.below(last - 10) : 0;
        int until = own.chance(LEAVING) ? own.between(from + 3, last) : last;
        return new Child(
                id,
                own.chance(GIRLS) ? "F" : "M",
                age,
                starts,
                from,
                until,
                own.chance(HUNDREDTHS),
                !own.chance(WITHOUT_ENDS / (1 + starts / LIGHT_STARTS)),
                new Taste(catalogue.shelves(), sizes, themes, age, own),
                new Memory(),
                own);
    }

    private int[] ages() {
        int[] counts = Shares.split(scale.profiles(), AGES);
        int[] ages = new int[scale.profiles()];
        int next = 0;
        for (int age = 1; age <= counts.length; age++) {
            for (int i = 0; i < counts[age - 1]; i++) {
                ages[next++] = age;
            }
        }
        dice.shuffle(ages);
        return ages;
    }

    private int[] starts() {
        int[] starts = new int[scale.profiles()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = scale.starts((i + 0.5) / starts.length);
        }
        dice.shuffle(starts);
        return starts;
    }

    /**
     * A genre's demand is divided among its shelves by their content; the square root keeps one hit from dominating.
     */
    private double[] shelfSizes() {
        double[] sizes = new double[catalogue.shelves().size()];
        double[] ofGenre = new double[sizes.length];
        for (Shelf shelf : catalogue.shelves()) {
            for (Series series : catalogue.on(shelf)) {
                sizes[shelf.index()] += series.weight();
            }
            sizes[shelf.index()] = StrictMath.sqrt(sizes[shelf.index()]);
        }
        for (Shelf shelf : catalogue.shelves()) {
            for (Shelf other : catalogue.shelves()) {
                ofGenre[shelf.index()] += other.genre().equals(shelf.genre()) ? sizes[other.index()] : 0;
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] /= ofGenre[i];
        }
        return sizes;
    }
}
