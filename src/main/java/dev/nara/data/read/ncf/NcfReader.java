package dev.nara.data.read.ncf;

import dev.nara.data.Attributes;
import dev.nara.data.ColumnRole;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Findings;
import dev.nara.data.GivenTest;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.LogCalendar;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.SkippedRow;
import dev.nara.data.TimeSettings;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Glimpse;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.movielens.MovieFile;
import dev.nara.data.read.table.BadRows;
import dev.nara.data.read.time.TimeColumn;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of the NCF paper (He et al. 2017): NAME.train.rating, and next to it NAME.test.rating and NAME.test.negative if they
 * exist. Ratings and times may be missing. MovieLens's file of movies next to them supplies titles. A positive is removed from its own
 * negatives.
 */
public final class NcfReader implements DatasetReader {
    private static final String TRAIN = ".train.rating";
    private static final int SAMPLE = 100;
    private static final List<String> COLUMNS = List.of("user", "item", "rating", "time");

    @Override
    public String format() {
        return "ncf";
    }

    @Override
    public boolean recognises(DataFiles files) {
        return !trainFiles(files).isEmpty();
    }

    @Override
    public Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException {
        DataFile train = train(files);
        String name = train.name().replace(TRAIN, "");
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        int cells = cells(train);
        DelimitedFile table = table(train, cells);
        boolean rated = cells > 2;
        boolean timed = cells > 3;
        TimeColumn times = timed ? times(table, recipe.timeSettings()) : null;
        Findings findings = new Findings();
        List<SkippedRow> skipped = BadRows.read(table, recipe, progress, findings, row -> {
            row.present(0);
            row.present(1);
            float rating = rated ? (float) row.number(2) : Float.NaN;
            long time = !timed ? rows.size() : times == null ? row.wholeNumber(3) : times.read(row);
            rows.add(row.index(0, users), row.index(1, items), time, rating);
        });
        GivenTest given = test(files, name, users, items, findings);
        Attributes movies = MovieFile.in(files).readIfSame(items, findings);
        if (times != null) {
            times.addTo(findings);
        }
        Interactions log = rows.build(users.size(), items.size());
        LogCalendar calendar = times == null ? order(log, timed) : times.calendar();
        Dataset.Source source =
                new Dataset.Source(files.path(), name, format(), files.encodings(), calendar, findings.list(), skipped);
        return new Dataset(source, users, items, log, Attributes.none(), movies, Dataset.Task.of(given));
    }

    private static DelimitedFile table(DataFile train, int cells) {
        List<String> columns = COLUMNS.subList(0, Math.max(2, Math.min(cells, COLUMNS.size())));
        return DelimitedFile.withoutHeader(train, "\t", columns.toArray(String[]::new));
    }

    @Override
    public Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException {
        DataFile train = train(files);
        String name = train.name().replace(TRAIN, "");
        List<DataFile> read = Stream.concat(
                        Stream.of(name + TRAIN, name + ".test.rating", name + ".test.negative")
                                .flatMap(file -> files.find(file).stream()),
                        MovieFile.in(files).file().stream())
                .toList();
        List<ColumnRole> roles = List.of(ColumnRole.USER, ColumnRole.ITEM, ColumnRole.NUMBER, ColumnRole.TIME);
        List<Glimpse.Column> columns = IntStream.range(0, Math.min(cells(train), COLUMNS.size()))
                .mapToObj(c -> new Glimpse.Column(COLUMNS.get(c), roles.get(c)))
                .toList();
        return Glimpse.bare(files, read, DelimitedFile.withoutHeader(train, "\t"), "\t", columns);
    }

    /** The meaning of whole numbers as times: in some of these files all are zero. */
    private static LogCalendar order(Interactions log, boolean timed) {
        return timed && log.firstTime() < log.lastTime() ? LogCalendar.ORDER : LogCalendar.LINES;
    }

    /** The column of times; null if the last column has whole numbers, which according to the paper only order rows. */
    private static @Nullable TimeColumn times(DelimitedFile table, TimeSettings settings) throws DataException {
        boolean whole = table.cells(3, SAMPLE).stream().allMatch(cell -> cell.matches("-?\\d{1,18}"));
        return whole && settings.format().isEmpty() ? null : TimeColumn.of(table, 3, settings);
    }

    /** The number of cells in rows of a file, from its first rows. */
    private static int cells(DataFile file) throws DataException {
        return DelimitedFile.withHeader(file, "\t").firstRows(5).stream()
                .mapToInt(List::size)
                .max()
                .orElse(COLUMNS.size());
    }

    private static @Nullable GivenTest test(
            DataFiles files, String name, IdIndex users, IdIndex items, Findings findings) throws DataException {
        Optional<DataFile> file = files.find(name + ".test.rating");
        if (file.isEmpty()) {
            return null;
        }
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        boolean rated = cells(file.get()) > 2;
        String[] columns = rated ? new String[] {"user", "item", "rating"} : new String[] {"user", "item"};
        DelimitedFile.withoutHeader(file.get(), "\t", columns).forEach(Progress.NONE, row -> {
            // A user without training rows is evaluated separately.
            int user = users.add(row.required(0));
            rows.add(user, items.add(row.required(1)), rows.size(), rated ? (float) row.number(2) : Float.NaN);
        });
        int[][] heldOut = rows.build(users.size(), items.size()).distinctItems();
        int[][] negatives = new int[users.size()][0];
        Optional<DataFile> negativeFile = files.find(name + ".test.negative");
        if (negativeFile.isPresent()) {
            negatives(negativeFile.get(), users, items, heldOut, negatives, findings);
        }
        return new GivenTest(rows.build(users.size(), items.size()), negatives);
    }

    /** Lines are (user,item) TAB negative TAB negative …, of any length. */
    private static void negatives(
            DataFile file, IdIndex users, IdIndex items, int[][] heldOut, int[][] negatives, Findings findings)
            throws DataException {
        TextLines.forEach(file, Progress.NONE, (line, number) -> {
            if (line.isBlank()) {
                return;
            }
            int tab = line.indexOf('\t');
            String pair = (tab < 0 ? line : line.substring(0, tab)).strip();
            int user = user(file, number, pair, users, items, heldOut);
            int[] list = new int[line.length() / 2];
            int count = 0;
            for (int from = tab + 1; tab >= 0; from = tab + 1) {
                tab = line.indexOf('\t', from);
                int item = item(line, from, tab < 0 ? line.length() : tab, items);
                if (item >= 0 && Arrays.binarySearch(heldOut[user], item) >= 0) {
                    findings.add("held-out-negatives", () -> users.id(user) + ", " + items.id(item));
                } else if (item >= 0) {
                    list[count++] = item;
                }
            }
            // A user with several items to find has a line for each; all lines of a user have the same negatives.
            negatives[user] = Arrays.copyOf(list, count);
        });
    }

    /** The user of a pair (user,item), whose item must be held out. */
    private static int user(DataFile file, long line, String pair, IdIndex users, IdIndex items, int[][] heldOut)
            throws DataException {
        int comma = pair.indexOf(',');
        int user = comma > 1 && pair.startsWith("(") ? users.indexOf(pair.substring(1, comma)) : -1;
        if (user < 0) {
            throw new DataException(
                    file.shown(),
                    line,
                    Text.of("data.ncf.negative", TextLines.shortened(pair)),
                    Text.of("data.ncf.negative.remedy"));
        }
        String held = pair.endsWith(")") ? pair.substring(comma + 1, pair.length() - 1) : "";
        if (Arrays.binarySearch(heldOut[user], items.indexOf(held)) < 0) {
            throw new DataException(
                    file.shown(),
                    line,
                    Text.of("data.ncf.held", TextLines.shortened(pair)),
                    Text.of("data.ncf.held.remedy"));
        }
        return user;
    }

    /** The item in a cell; -1 if it is empty. */
    private static int item(String line, int from, int to, IdIndex items) {
        int first = from;
        int end = to;
        while (first < end && Character.isWhitespace(line.charAt(first))) {
            first++;
        }
        while (first < end && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        return first == end ? -1 : items.add(line, first, end);
    }

    private static DataFile train(DataFiles files) throws DataException {
        List<DataFile> found = trainFiles(files);
        if (found.size() != 1) {
            throw new DataException(
                    files.path(), Text.of("data.ncf.train", found.size()), Text.of("data.ncf.train.remedy"));
        }
        return found.get(0);
    }

    /** The train files at a path: the one with that name, or all in the folder. */
    private static List<DataFile> trainFiles(DataFiles files) {
        Optional<DataFile> chosen = files.chosen();
        if (chosen.isEmpty()) {
            return files.endingWith(TRAIN);
        }
        String name = chosen.get().name();
        int cut = Math.max(name.indexOf(".train."), name.indexOf(".test."));
        return cut < 0
                ? List.of()
                : files.find(name.substring(0, cut) + TRAIN).stream().toList();
    }
}
