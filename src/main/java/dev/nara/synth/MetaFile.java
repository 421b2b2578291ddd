package dev.nara.synth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes meta_data.csv: one row per album and, for some, additional rows that differ only in sub_title. */
final class MetaFile {
    static final String NAME = "meta_data.csv";

    private static final String HEADER = "album_id,title,sub_title,genre_large,genre_mid,genre_small,country,run_time,"
            + "onair_date,cast_1,cast_2,cast_3,cast_4,cast_5,cast_6,cast_7";
    private static final int CASTS = 7;
    private static final double NUMBER_FOR_A_NAME = 0.3;
    private static final double ON_AIR_KNOWN = 0.16;
    private static final double ON_AIR_WITH_POINT = 0.45;
    private static final double WITHOUT_SUB_TITLE = 0.35;

    private final Catalogue catalogue;
    private final WordLists words;
    private final Titles titles;
    private final int[] extraRows;
    private final MetaTally tally;
    private final Dice dice;

    /** @param extraRows rows beyond the first, by album id */
    MetaFile(Catalogue catalogue, WordLists words, int[] extraRows, MetaTally tally, Dice dice) {
        this.catalogue = catalogue;
        this.words = words;
        this.titles = new Titles(words, dice.fork());
        this.extraRows = extraRows;
        this.tally = tally;
        this.dice = dice;
    }

    long write(Path folder) throws IOException {
        try (CsvWriter file = new CsvWriter(folder.resolve(NAME), HEADER)) {
            for (Series series : catalogue.series()) {
                write(series, file);
            }
            return file.rows();
        }
    }

    private void write(Series series, CsvWriter file) throws IOException {
        List<String> names = titles.of(series);
        List<String> casts = casts(series);
        String small = dice.pick(series.genre().smalls());
        String country = dice.pick(words.get("country." + series.genre().large()));
        boolean onAirKnown = dice.chance(ON_AIR_KNOWN);
        boolean numbered = !dice.chance(WITHOUT_SUB_TITLE);
        for (int i = 0; i < names.size(); i++) {
            int album = series.album(i);
            String onAir = onAirKnown ? onAir(series, i) : "";
            List<String> subTitles = subTitles(numbered ? (i + 1) + "화" : "", extraRows[album]);
            for (String subTitle : subTitles) {
                Object[] row = new Object[9 + CASTS];
                Object[] head = {
                    album,
                    names.get(i),
                    subTitle,
                    series.genre().large(),
                    series.genre().name(),
                    small,
                    country,
                    catalogue.seconds(album),
                    onAir
                };
                System.arraycopy(head, 0, row, 0, head.length);
                for (int c = 0; c < CASTS; c++) {
                    row[head.length + c] = c < casts.size() ? casts.get(c) : "";
                }
                file.row(row);
                tally.row(names.get(i), onAir, row[row.length - 1].toString());
            }
            tally.album(series.genre(), subTitles.size());
        }
    }

    private String onAir(Series series, int episode) {
        int day = series.release().day() + episode * series.release().interval();
        return ServiceDays.date(day) + (dice.chance(ON_AIR_WITH_POINT) ? ".0" : "");
    }

    private List<String> subTitles(String first, int extra) {
        List<String> all = new ArrayList<>(List.of(first));
        List<String> versions = words.get("version");
        int from = dice.below(versions.size());
        for (int i = 0; i < extra; i++) {
            all.add((first + " " + versions.get((from + i) % versions.size())).strip());
        }
        return all;
    }

    private List<String> casts(Series series) {
        int size = Range.of(words.get("casts." + series.genre().style()).get(0)).draw(dice);
        List<String> casts = new ArrayList<>(Collections.nCopies(size, ""));
        casts.replaceAll(empty -> dice.pick(words.get("family")) + dice.pick(words.get("given")));
        // In the real file the last of the seven sometimes holds numbers, so its column has mixed types.
        if (size == CASTS && dice.chance(NUMBER_FOR_A_NAME)) {
            casts.set(CASTS - 1, Integer.toString(dice.between(1, 40)));
        }
        return casts;
    }
}
