package dev.nara.data.read.movielens;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.data.Role;
import dev.nara.data.read.file.AttributeFile;
import dev.nara.data.read.file.AttributeFile.Column;
import dev.nara.data.read.file.AttributeFile.Kind;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * MovieLens's file of movies: u.item, movies.dat or movies.csv, with titles and genres.
 *
 * @param file empty if there is none
 */
public record MovieFile(Optional<DataFile> file) {
    private static final List<String> GENRES = List.of(
            "unknown",
            "Action",
            "Adventure",
            "Animation",
            "Children's",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Fantasy",
            "Film-Noir",
            "Horror",
            "Musical",
            "Mystery",
            "Romance",
            "Sci-Fi",
            "Thriller",
            "War",
            "Western");

    /** In MovieLens's own numbering, some number is missing among this many items. */
    private static final int MANY = 100;

    /** The file for MovieLens's log with that name. */
    static MovieFile beside(DataFiles files, String log) {
        return new MovieFile(files.find(
                switch (log) {
                    case "ratings.csv" -> "movies.csv";
                    case "ratings.dat" -> "movies.dat";
                    default -> "u.item";
                }));
    }

    /** Any of the three files. */
    public static MovieFile in(DataFiles files) {
        return new MovieFile(Stream.of("movies.dat", "u.item", "movies.csv")
                .flatMap(name -> files.find(name).stream())
                .findFirst());
    }

    /** Titles and genres of the items, joined by id. */
    Attributes read(IdIndex items, Findings findings) throws DataException {
        if (file.isEmpty()) {
            return Attributes.none();
        }
        Column title = new Column("title", Kind.TEXT);
        if (name().equals("u.item")) {
            return flagged(file.get(), title, items, findings);
        }
        List<Column> columns = List.of(title, new Column("genres", Kind.LIST));
        return withFirstGenre(AttributeFile.read(rows(), columns, items, "items", findings), items);
    }

    /**
     * The attributes for a log that is not MovieLens's own. If its items seem to be renumbered, nothing is joined, because titles would
     * belong to other movies.
     */
    public Attributes readIfSame(IdIndex items, Findings findings) throws DataException {
        if (file.isEmpty()) {
            return Attributes.none();
        }
        Set<String> described = new HashSet<>();
        rows().orNoRows()
                .forEach(Progress.NONE, row -> described.add(row.text(0).strip()));
        List<String> others = IntStream.range(0, items.size())
                .mapToObj(items::id)
                .filter(id -> !described.contains(id))
                .toList();
        if (others.isEmpty() || !numberedAnew(items, others)) {
            return read(items, findings);
        }
        others.forEach(id -> findings.add("titles-of-other-items", () -> id));
        return Attributes.none();
    }

    /** Whether items seem to be renumbered: MovieLens counts from 1, with gaps among the rated movies. */
    private static boolean numberedAnew(IdIndex items, List<String> undescribed) {
        int count = items.size();
        return undescribed.contains("0")
                || (count >= MANY && items.indexOf("1") >= 0 && items.indexOf(Integer.toString(count)) >= 0);
    }

    private String name() {
        return file.map(f -> f.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    private DelimitedFile rows() {
        DataFile found = file.orElseThrow();
        return switch (name()) {
            case "movies.csv" -> DelimitedFile.csv(found, "movieId", "title", "genres");
            case "movies.dat" ->
                DelimitedFile.withoutHeader(found, "::", "id", "title", "genres")
                        .withoutQuotes();
            default -> DelimitedFile.withoutHeader(found, "|", "id").withoutQuotes();
        };
    }

    /** Reads u.item: id, title, two dates, a link, and one flag per genre. */
    private static Attributes flagged(DataFile file, Column title, IdIndex items, Findings findings)
            throws DataException {
        List<String> names = new ArrayList<>(List.of("id", "title", "released", "on_video", "link"));
        names.addAll(GENRES);
        List<Column> columns = new ArrayList<>(List.of(title));
        names.stream().skip(2).map(n -> new Column(n, Kind.TEXT)).forEach(columns::add);
        Attributes read = AttributeFile.read(
                DelimitedFile.withoutHeader(file, "|", names.toArray(String[]::new))
                        .withoutQuotes(),
                columns,
                items,
                "items",
                findings);
        String[] genres = new String[items.size()];
        for (int i = 0; i < genres.length; i++) {
            int item = i;
            genres[i] = String.join(
                    "|",
                    GENRES.stream().filter(g -> read.text(g, item).equals("1")).toList());
        }
        List<String> dropped = new ArrayList<>(GENRES);
        dropped.add("on_video");
        dropped.add("link");
        return withFirstGenre(read.without(Set.copyOf(dropped)).plus("genres", genres), items);
    }

    /** Models use one value per attribute: the first of several genres. */
    private static Attributes withFirstGenre(Attributes attributes, IdIndex items) {
        String[] first = IntStream.range(0, items.size())
                .mapToObj(i -> attributes.text("genres", i).split("\\|", 2)[0])
                .toArray(String[]::new);
        return attributes.plus("genre", first).with(Role.TITLE, "title").with(Role.GENRE, "genres");
    }
}
