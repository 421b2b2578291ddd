package dev.nara.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that can be watched: series on shelves, and the series of every album id. */
final class Catalogue {
    private final List<Series> series;
    private final List<Shelf> shelves;
    private final List<List<Series>> byShelf = new ArrayList<>();
    private final int[] seriesOfAlbum;
    private final int[] sequels;
    private final int[] seconds;

    Catalogue(List<Series> series, List<Shelf> shelves, Dice dice) {
        this.series = List.copyOf(series);
        this.shelves = List.copyOf(shelves);
        for (int i = 0; i < shelves.size(); i++) {
            byShelf.add(new ArrayList<>());
        }
        sequels = new int[series.size()];
        Arrays.fill(sequels, -1);
        Series last = series.get(series.size() - 1);
        seriesOfAlbum = new int[last.album(last.episodes())];
        seconds = new int[seriesOfAlbum.length];
        Arrays.fill(seriesOfAlbum, -1);
        for (Series one : series) {
            byShelf.get(one.shelf().index()).add(one);
            if (one.sequelTo() >= 0) {
                sequels[one.sequelTo()] = one.index();
            }
            for (int album = one.firstAlbum(); album < one.album(one.episodes()); album++) {
                seconds[album] = (int) (one.seconds() * (0.85 + 0.3 * dice.uniform()));
            }
            Arrays.fill(seriesOfAlbum, one.firstAlbum(), one.album(one.episodes()), one.index());
        }
    }

    List<Series> series() {
        return series;
    }

    List<Shelf> shelves() {
        return shelves;
    }

    List<Series> on(Shelf shelf) {
        return byShelf.get(shelf.index());
    }

    Series of(int album) {
        return series.get(seriesOfAlbum[album]);
    }

    /** Running time of an album. */
    int seconds(int album) {
        return seconds[album];
    }

    /** Whether an album can be watched on a day. */
    boolean isOut(int album, int day) {
        Series one = of(album);
        return album < one.album(one.released(day));
    }

    /** Whether a further episode can be watched on a day. */
    boolean hasNext(int album, int day) {
        Series one = of(album);
        return album + 1 < one.album(one.released(day));
    }

    /** Index of the second season of a series, or -1. */
    int sequel(Series first) {
        return sequels[first.index()];
    }

    /** One more than the largest album id; some ids below it belong to no album. */
    int albumBound() {
        return seriesOfAlbum.length;
    }
}
