package dev.nara.synth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes meta_data_plus.csv: keywords of every album, most of them shared by the albums of a series. */
final class KeywordFile {
    static final String NAME = "meta_data_plus.csv";

    private static final double OF_THE_SERIES = 0.7;

    private final Catalogue catalogue;
    private final WordLists words;
    private final List<Kind> kinds = new ArrayList<>();
    private final double mean;
    private final Dice dice;

    /**
     * @param code keyword_type
     * @param top largest keyword_value
     * @param list the words, or the name of a list of the theme
     */
    private record Kind(String code, int top, List<String> list) {}

    private record Keyword(Kind kind, String word) {}

    /** @param mean keywords per album */
    KeywordFile(Catalogue catalogue, WordLists words, double mean, Dice dice) throws IOException {
        this.catalogue = catalogue;
        this.words = words;
        this.mean = mean;
        this.dice = dice;
        for (String line : WordLists.lines("keywords.txt")) {
            String[] field = line.split("\\s*;\\s*", 0);
            kinds.add(new Kind(field[0], Integer.parseInt(field[1]), List.of(field[2].split("\\s*\\|\\s*", 0))));
        }
    }

    long write(Path folder) throws IOException {
        try (CsvWriter file = new CsvWriter(folder.resolve(NAME), "album_id,keyword_type,keyword_name,keyword_value")) {
            for (Series series : catalogue.series()) {
                List<Keyword> shared = List.copyOf(draw(series, (int) Math.ceil(mean), Set.of()));
                for (int i = 0; i < series.episodes(); i++) {
                    write(series, series.album(i), shared, file);
                }
            }
            return file.rows();
        }
    }

    private void write(Series series, int album, List<Keyword> shared, CsvWriter file) throws IOException {
        int count = Math.max(1, (int) (mean * (0.5 + dice.uniform()) + 0.5));
        int ofSeries = Math.min(shared.size(), (int) Math.ceil(count * OF_THE_SERIES));
        for (Keyword keyword : draw(series, count, shared.subList(0, ofSeries))) {
            file.row(
                    album,
                    keyword.kind().code(),
                    keyword.word(),
                    dice.between(0, keyword.kind().top()));
        }
    }

    /** Keywords up to a number, those given first. */
    private Set<Keyword> draw(Series series, int count, Collection<Keyword> given) {
        Set<Keyword> keywords = new LinkedHashSet<>(given);
        while (keywords.size() < count) {
            // The first kind is the type of programme and comes first.
            Kind kind = keywords.isEmpty() ? kinds.get(0) : dice.pick(kinds);
            keywords.add(new Keyword(kind, word(kind, series)));
        }
        return keywords;
    }

    private String word(Kind kind, Series series) {
        String first = kind.list().get(0);
        if (kind.list().size() > 1) {
            return dice.pick(kind.list());
        }
        return switch (first) {
            case "genre" -> series.genre().name();
            case "theme" -> series.shelf().theme().name();
            default -> dice.pick(words.get(series.shelf().theme().name() + "." + first));
        };
    }
}
