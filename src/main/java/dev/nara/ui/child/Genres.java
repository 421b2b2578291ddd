package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.ui.common.Colours;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/**
 * The colours of a catalogue's genres; the genre's name is always shown beside its colour.
 *
 * @param byViews the genres, most watched first
 */
record Genres(List<String> byViews) {
    /** No genres. */
    static final Genres NONE = new Genres(List.of());

    /** The share of the surface's colour in a cover's colour, for light and dark themes. */
    private static final double LIGHT = .16;

    private static final double DARK = .42;

    /** Counts all rows; not on the JavaFX thread. */
    static Genres of(Dataset dataset) {
        int[] views = dataset.interactions().itemCounts();
        Map<String, Integer> counts = new HashMap<>();
        for (int item = 0; item < views.length; item++) {
            counts.merge(dataset.genre(item), views[item], Integer::sum);
        }
        return new Genres(counts.keySet().stream()
                .sorted(Comparator.comparing((String genre) -> -counts.getOrDefault(genre, 0))
                        .thenComparing(genre -> genre))
                .toList());
    }

    /** The genre's colour for a dot or a line; grey for an unknown genre. */
    Color colour(String genre, Colours colours) {
        List<Color> series = colours.series();
        List<Color> inOrder =
                List.of(series.get(0), series.get(1), series.get(4), colours.yours(), series.get(3), series.get(2));
        int place = byViews.indexOf(genre);
        return genre.isEmpty() || place < 0 ? colours.faint() : inOrder.get(place % inOrder.size());
    }

    /** The genre's colour as the background of a cover with white text. */
    Color cover(String genre, Colours colours) {
        Color surface = colours.surface();
        return colour(genre, colours).interpolate(surface, surface.getBrightness() > .5 ? LIGHT : DARK);
    }
}
