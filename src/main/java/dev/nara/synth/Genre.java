package dev.nara.synth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One genre_mid: its place in the hierarchy, the form of its programmes, and its audience.
 *
 * @param style the family of title patterns
 * @param share its part of the catalogue, relative to the other genres
 * @param appeal demand at its best age, relative to the other genres
 * @param autoplay chance that the next episode follows by itself
 * @param parentCode interest code a parent would choose (P01-P08)
 * @param childCode interest code a child would choose (K01-K09)
 */
record Genre(
        String name,
        String large,
        String style,
        double share,
        double appeal,
        double bestAge,
        double ageSpread,
        Range episodes,
        Range seconds,
        double autoplay,
        String parentCode,
        String childCode,
        List<String> smalls) {
    private static final double FLOOR = 0.02;

    static List<Genre> readAll() throws IOException {
        List<Genre> genres = new ArrayList<>();
        for (String line : WordLists.lines("genres.txt")) {
            genres.add(parse(line.split("\\s*;\\s*", 0)));
        }
        return List.copyOf(genres);
    }

    private static Genre parse(String[] field) {
        return new Genre(
                field[0],
                field[1],
                field[2],
                Double.parseDouble(field[3]),
                Double.parseDouble(field[4]),
                Double.parseDouble(field[5]),
                Double.parseDouble(field[6]),
                Range.of(field[7]),
                Range.of(field[8]),
                Double.parseDouble(field[9]),
                field[10],
                field[11],
                List.of(field[12].split("\\s*\\|\\s*", 0)));
    }

    /** Demand for this genre at an age. */
    double demand(double age) {
        double distance = (age - bestAge) / ageSpread;
        return appeal * (FLOOR + (1 - FLOOR) * StrictMath.exp(-distance * distance / 2));
    }
}
