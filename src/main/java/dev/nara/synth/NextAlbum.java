package dev.nara.synth;

/** Chooses what a child watches next: a favourite, a series it has started, the front page, or a shelf it likes. */
final class NextAlbum {
    private static final double CONTINUE = 0.40;
    private static final double CASUAL_STARTS = 45;
    private static final double FROM_THE_START = 0.95;
    private static final double STRAY = 0.03;
    private static final double FOR_ANYONE = 0.12;
    private static final int PATIENCE = 12;

    private final Catalogue catalogue;
    private final Trends trends;
    private final Habits habits;

    NextAlbum(Catalogue catalogue, Trends trends, Habits habits) {
        this.catalogue = catalogue;
        this.trends = trends;
        this.habits = habits;
    }

    /** Whether the album that just ended is watched again. */
    boolean again(Dice dice) {
        return dice.chance(habits.again());
    }

    int album(Child child, int day) {
        Memory memory = child.memory();
        if (child.dice().chance(habits.favourite())) {
            int favourite = memory.favourite(child.dice(), day);
            if (favourite >= 0) {
                return favourite;
            }
        }
        if (memory.isFollowing() && child.dice().chance(CONTINUE)) {
            int album = memory.takeNext(child.dice());
            if (catalogue.isOut(album, day)) {
                return album;
            }
            memory.follow(album);
        }
        if (child.dice().chance(STRAY)) {
            return stray(child, day);
        }
        return child.dice().chance(frontPage(child)) ? fromFrontPage(child, day) : fromShelf(child, day);
    }

    /** Casual users take what is shown first; busy users search for themselves. */
    private double frontPage(Child child) {
        return habits.frontPage() + habits.casual() / (1 + child.starts() / CASUAL_STARTS);
    }

    private int fromFrontPage(Child child, int day) {
        FrontPage page = trends.frontPage(day);
        int album = page.draw(child.dice());
        for (int i = 0; i < PATIENCE && !child.dice().chance(appeal(catalogue.of(album), child.age())); i++) {
            album = page.draw(child.dice());
        }
        return album;
    }

    private static double appeal(Series series, int age) {
        double wanted = series.genre().demand(age) / series.genre().appeal();
        return FOR_ANYONE + (1 - FOR_ANYONE) * series.suits(age) * wanted;
    }

    /** Any album at random, as by an accidental tap. */
    private int stray(Child child, int day) {
        while (true) {
            Series series = child.dice().pick(catalogue.series());
            int out = series.released(day);
            if (out > 0 && child.dice().chance(series.suits(child.age()))) {
                return series.album(child.dice().below(out));
            }
        }
    }

    private int fromShelf(Child child, int day) {
        Dice dice = child.dice();
        while (true) {
            Shelf shelf = child.taste().draw(dice);
            Series series = catalogue.on(shelf).get(trends.odds(shelf, day).draw(dice));
            int out = series.released(day);
            if (out > 0 && dice.chance(series.suits(child.age()))) {
                return series.album(dice.chance(FROM_THE_START) ? 0 : dice.below(out));
            }
        }
    }
}
