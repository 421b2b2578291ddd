package dev.nara.synth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Plans the catalogue: the number of series per genre, and shelf, length, popularity and release of each. */
final class CatalogueMaker {
    /** Share of series with a price. */
    static final double PRICED = 0.10;

    private static final double WEIGHT_SPREAD = 0.85;
    private static final double ASLEEP = 0.05;
    private static final double SEQUELS = 0.12;
    private static final int SHORTEST = 5;
    private static final int[] PRICES = {500, 700, 1000, 1200, 1500};

    private final List<Genre> genres;
    private final List<StoryTheme> themes;
    private final Scale scale;
    private final Dice dice;
    private final List<Shelf> shelves = new ArrayList<>();
    private final BitSet continued = new BitSet();

    CatalogueMaker(List<Genre> genres, List<StoryTheme> themes, Scale scale, Dice dice) {
        this.genres = genres;
        this.themes = themes;
        this.scale = scale;
        this.dice = dice;
    }

    Catalogue make() {
        int[] quotas = Shares.split(
                scale.albums(), genres.stream().mapToDouble(Genre::share).toArray());
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < quotas.length; i++) {
            drafts.addAll(draft(genres.get(i), Math.max(1, quotas[i])));
        }
        shuffle(drafts);
        List<Series> series = new ArrayList<>();
        int next = 1;
        for (Draft draft : drafts) {
            next += dice.chance(0.5) ? 0 : dice.below(4);
            series.add(series(draft, series, next));
            next += draft.episodes();
        }
        return new Catalogue(series, shelves, dice);
    }

    private record Draft(Shelf shelf, int episodes) {}

    private List<Draft> draft(Genre genre, int albums) {
        List<Integer> lengths = new ArrayList<>();
        for (int left = albums; left > 0; ) {
            int episodes = Math.min(left, scale.episodes(genre.episodes(), dice));
            lengths.add(episodes);
            left -= episodes;
        }
        List<Shelf> own = shelves(genre, lengths.size());
        return lengths.stream().map(length -> new Draft(dice.pick(own), length)).toList();
    }

    private List<Shelf> shelves(Genre genre, int series) {
        int count = Math.max(1, Math.min(themes.size(), series / scale.seriesAShelf()));
        List<StoryTheme> order = new ArrayList<>(themes);
        shuffle(order);
        List<Shelf> own = new ArrayList<>();
        for (StoryTheme theme : order.subList(0, count)) {
            own.add(new Shelf(shelves.size(), genre, theme));
            shelves.add(own.get(own.size() - 1));
        }
        return own;
    }

    private Series series(Draft draft, List<Series> before, int firstAlbum) {
        Genre genre = draft.shelf().genre();
        int sequelTo = dice.chance(SEQUELS) ? lastToContinue(draft.shelf(), before) : -1;
        double age = genre.bestAge() + 0.8 * genre.ageSpread() * dice.normal();
        double weight = dice.logNormal(WEIGHT_SPREAD) * (dice.chance(scale.sleepers()) ? ASLEEP : 1);
        if (sequelTo >= 0) {
            age = before.get(sequelTo).age();
            weight *= 1 + before.get(sequelTo).weight() / 2;
            continued.set(sequelTo);
        }
        return new Series(
                before.size(),
                sequelTo,
                firstAlbum,
                draft.episodes(),
                draft.shelf(),
                Math.max(1, Math.min(12, age)),
                weight,
                Release.draw(dice, draft.episodes()),
                genre.seconds().draw(dice),
                dice.chance(PRICED) ? PRICES[dice.below(PRICES.length)] : 0);
    }

    /** The last series on the shelf that has no second season yet and may have one, or -1. */
    private int lastToContinue(Shelf shelf, List<Series> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            Series one = before.get(i);
            if (one.shelf().equals(shelf) && one.sequelTo() < 0 && one.episodes() >= SHORTEST && !continued.get(i)) {
                return i;
            }
        }
        return -1;
    }

    private <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, dice.below(i + 1));
        }
    }
}
