package dev.nara.data.read.movielens;

import dev.nara.data.Attributes;
import dev.nara.data.ColumnRole;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.Role;
import dev.nara.data.SkippedRow;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Glimpse;
import dev.nara.data.read.file.AttributeFile;
import dev.nara.data.read.file.AttributeFile.Column;
import dev.nara.data.read.file.AttributeFile.Kind;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.table.BadRows;
import dev.nara.data.read.time.TimeColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads MovieLens as it is distributed: u.data (100K), ratings.dat (1M, 10M) or ratings.csv (20M and later), and next to them the files
 * about movies and users. The catalogue is the rated movies, as in the literature; each row has its rating.
 */
public final class MovieLensReader implements DatasetReader {
    private static final String[] ROW = {"user", "item", "rating", "timestamp"};
    private static final String[] CSV_ROW = {"userId", "movieId", "rating", "timestamp"};
    /** The number of cells of a row of users.dat. */
    private static final int PERSON = 5;

    private static final List<String> LOGS = List.of("u.data", "ratings.dat", "ratings.csv");

    @Override
    public String format() {
        return "movielens";
    }

    @Override
    public boolean recognises(DataFiles files) {
        return log(files).filter(MovieLensReader::looksRight).isPresent();
    }

    private static Optional<DataFile> log(DataFiles files) {
        Optional<DataFile> chosen = files.chosen().filter(f -> LOGS.stream().anyMatch(f.name()::equalsIgnoreCase));
        return chosen.isPresent() || files.chosen().isPresent()
                ? chosen
                : LOGS.stream().flatMap(n -> files.find(n).stream()).findFirst();
    }

    /** Whether a file is MovieLens's: ratings.csv is a common name, so its header must match; a ratings.dat must contain colons. */
    private static boolean looksRight(DataFile log) {
        try {
            if (log.name().equalsIgnoreCase("ratings.dat")) {
                return TextLines.head(log, 1).stream().allMatch(line -> line.contains("::"));
            }
            return !log.name().equalsIgnoreCase("ratings.csv")
                    || DelimitedFile.csv(log).header().containsAll(List.of(CSV_ROW));
        } catch (DataException e) {
            return true;
        }
    }

    @Override
    public Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException {
        DataFile log = log(files).orElseGet(() -> files.get("ratings.csv"));
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        TimeColumn times = TimeColumn.of(rows(log), 3, recipe.timeSettings());
        Findings findings = new Findings();
        List<SkippedRow> skipped = BadRows.read(rows(log), recipe, progress, findings, row -> {
            String user = row.id(0);
            String item = row.id(1);
            float rating = (float) row.number(2);
            long time = times.read(row);
            rows.add(users.add(user), items.add(item), time, rating);
        });
        times.addTo(findings);
        String name = log.name().toLowerCase(Locale.ROOT);
        Attributes movies = MovieFile.beside(files, name).read(items, findings);
        Attributes userAttributes = userAttributes(files, name, users, findings);
        return new Dataset(
                new Dataset.Source(
                        files.path(),
                        files.name(),
                        format(),
                        files.encodings(),
                        times.calendar(),
                        findings.list(),
                        skipped),
                users,
                items,
                rows.build(users.size(), items.size()),
                userAttributes,
                movies,
                Dataset.Task.NONE);
    }

    @Override
    public Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException {
        DataFile log = log(files).orElseGet(() -> files.get("ratings.csv"));
        List<DataFile> read = Stream.concat(
                        Stream.of(log),
                        beside(log.name().toLowerCase(Locale.ROOT)).stream().flatMap(name -> files.find(name).stream()))
                .toList();
        if (log.name().equalsIgnoreCase("ratings.csv")) {
            return Glimpse.headed(
                    files,
                    read,
                    rows(log),
                    ",",
                    Map.of(
                            CSV_ROW[0],
                            ColumnRole.USER,
                            CSV_ROW[1],
                            ColumnRole.ITEM,
                            CSV_ROW[2],
                            ColumnRole.NUMBER,
                            CSV_ROW[3],
                            ColumnRole.TIME));
        }
        List<Glimpse.Column> columns = List.of(
                new Glimpse.Column(ROW[0], ColumnRole.USER),
                new Glimpse.Column(ROW[1], ColumnRole.ITEM),
                new Glimpse.Column(ROW[2], ColumnRole.NUMBER),
                new Glimpse.Column(ROW[3], ColumnRole.TIME));
        return Glimpse.bare(files, read, rows(log), log.name().equalsIgnoreCase("ratings.dat") ? "::" : "\t", columns);
    }

    /** The files about movies and users next to a log with that name. */
    private static List<String> beside(String log) {
        return switch (log) {
            case "ratings.csv" -> List.of("movies.csv");
            case "ratings.dat" -> List.of("movies.dat", "users.dat");
            default -> List.of("u.item", "u.user");
        };
    }

    private static DelimitedFile rows(DataFile log) {
        return switch (log.name().toLowerCase(Locale.ROOT)) {
            case "ratings.csv" -> DelimitedFile.csv(log, CSV_ROW);
            case "ratings.dat" -> DelimitedFile.withoutHeader(log, "::", ROW).withoutQuotes();
            default -> DelimitedFile.withoutHeader(log, "\t", ROW).withoutQuotes();
        };
    }

    private static Attributes userAttributes(DataFiles files, String log, IdIndex users, Findings findings)
            throws DataException {
        return described(files, log, users, findings).with(Role.AGE, "age").with(Role.SEX, "sex");
    }

    /** Whether users.dat has MovieLens's data of users; other datasets in this form, such as MovieTweetings, do not have them. */
    private static boolean describesUsers(DataFile file) throws DataException {
        return DelimitedFile.withoutHeader(file, "::").withoutQuotes().firstRows(1).stream()
                .allMatch(row -> row.size() == PERSON);
    }

    private static Attributes described(DataFiles files, String log, IdIndex users, Findings findings)
            throws DataException {
        boolean small = log.equals("u.data");
        Optional<DataFile> file = files.find(small ? "u.user" : "users.dat");
        if (file.isEmpty() || log.equals("ratings.csv") || (!small && !describesUsers(file.get()))) {
            return Attributes.none();
        }
        Column age = new Column("age", Kind.NUMBER);
        Column sex = new Column("sex", Kind.TEXT);
        Column occupation = new Column("occupation", Kind.TEXT);
        Column zip = new Column("zip_code", Kind.TEXT);
        return small
                ? AttributeFile.read(
                        DelimitedFile.withoutHeader(file.get(), "|", "id", "age", "sex", "occupation", "zip")
                                .withoutQuotes(),
                        List.of(age, sex, occupation, zip),
                        users,
                        "users",
                        findings)
                : AttributeFile.read(
                        DelimitedFile.withoutHeader(file.get(), "::", "id", "sex", "age", "occupation", "zip")
                                .withoutQuotes(),
                        List.of(sex, age, occupation, zip),
                        users,
                        "users",
                        findings);
    }
}
