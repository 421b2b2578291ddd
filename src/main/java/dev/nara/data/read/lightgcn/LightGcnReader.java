package dev.nara.data.read.lightgcn;

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
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Glimpse;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.table.BadRows;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads train.txt and, if present, valid.txt and test.txt in the format of LightGCN (He et al. 2020): a user followed by its items, all
 * numbers. The validation rows become part of the training rows.
 */
public final class LightGcnReader implements DatasetReader {
    private static final String TRAIN = "train.txt";
    private static final String TEST = "test.txt";
    private static final List<String> VALID = List.of("valid.txt", "val.txt", "validation.txt");
    private static final int LOOKED_AT = 20;
    private static final Pattern NUMBERS = Pattern.compile("\\d[\\d\\s]*+");

    /** The number of cells of a row that are shown. */
    private static final int SHOWN = 5;

    @Override
    public String format() {
        return "lightgcn";
    }

    @Override
    public boolean recognises(DataFiles files) {
        return files.find(TRAIN).filter(LightGcnReader::holdsNumbers).isPresent()
                && files.chosen()
                        .map(f -> f.name().matches("(train|test|val|valid|validation)\\.txt"))
                        .orElse(true);
    }

    /**
     * Whether one of the first lines is a user followed by its items; lines of equal length separated by tabs are rows of a table instead.
     * True for a file that cannot be read, so that reading it reports the reason.
     */
    private static boolean holdsNumbers(DataFile train) {
        try {
            List<String> lines = TextLines.head(train, LOOKED_AT).stream()
                    .map(String::strip)
                    .filter(line -> NUMBERS.matcher(line).matches())
                    .toList();
            return lines.stream().anyMatch(line -> line.indexOf('\t') < 0)
                    || lines.stream()
                                    .map(line -> line.split("\\s+", -1).length)
                                    .distinct()
                                    .count()
                            > 1;
        } catch (DataException e) {
            return true;
        }
    }

    @Override
    public Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException {
        DataFile log = files.get(TRAIN);
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        InteractionsBuilder rows = new InteractionsBuilder();
        Findings findings = new Findings();
        BadRows lines = new BadRows(BadRows.skips(recipe.badRows()), 1, row -> {});
        read(log, users, items, rows, progress, lines);
        if (rows.size() == 0) {
            throw new DataException(log.shown(), Text.of("data.file.empty"), Text.of("data.file.empty.remedy"));
        }
        Optional<DataFile> valid = valid(files);
        if (valid.isPresent()) {
            int trained = rows.size();
            read(valid.get(), users, items, rows, Progress.NONE, lines);
            findings.put("validation-rows", rows.size() - trained, valid.get().name());
        }
        InteractionsBuilder held = new InteractionsBuilder();
        Optional<DataFile> test = files.find(TEST);
        if (test.isPresent()) {
            read(test.get(), users, items, held, Progress.NONE, lines);
        }
        List<SkippedRow> skipped = lines.end(findings);
        Interactions truth = held.build(users.size(), items.size());
        return new Dataset(
                source(files, findings, skipped),
                users,
                items,
                rows.build(users.size(), items.size()),
                Attributes.none(),
                Attributes.none(),
                Dataset.Task.of(test.isPresent() ? new GivenTest(truth, new int[users.size()][0]) : null));
    }

    private static Optional<DataFile> valid(DataFiles files) {
        return VALID.stream().flatMap(name -> files.find(name).stream()).findFirst();
    }

    private Dataset.Source source(DataFiles files, Findings findings, List<SkippedRow> skipped) {
        return new Dataset.Source(
                files.path(), files.name(), format(), files.encodings(), LogCalendar.LINES, findings.list(), skipped);
    }

    @Override
    public Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException {
        DataFile log = files.get(TRAIN);
        List<DataFile> read = Stream.of(Stream.of(log), valid(files).stream(), files.find(TEST).stream())
                .flatMap(found -> found)
                .toList();
        List<List<String>> rows = DelimitedFile.withoutHeader(log, " ").withoutQuotes().firstRows(Glimpse.ROWS).stream()
                .map(row -> row.subList(0, Math.min(SHOWN, row.size())))
                .toList();
        List<Glimpse.Column> columns = new ArrayList<>(List.of(new Glimpse.Column("user", ColumnRole.USER)));
        for (int c = 1; c < rows.stream().mapToInt(List::size).max().orElse(1); c++) {
            columns.add(new Glimpse.Column("item " + c, ColumnRole.ITEM));
        }
        return Glimpse.of(files, read, " ", columns, rows);
    }

    private static void read(
            DataFile file, IdIndex users, IdIndex items, InteractionsBuilder rows, Progress progress, BadRows lines)
            throws DataException {
        TextLines.forEach(file, progress, (line, number) -> {
            String[] ids = line.strip().split("\\s+", -1);
            Optional<String> wrong = Stream.of(ids)
                    .filter(id -> !id.chars().allMatch(c -> c >= '0' && c <= '9'))
                    .findFirst();
            if (wrong.isPresent()) {
                lines.broken(
                        new DataException(
                                file.shown(),
                                number,
                                Text.of("data.lightgcn.id", TextLines.shortened(wrong.get())),
                                Text.of("data.lightgcn.id.remedy")),
                        List.of(line));
            } else if (!ids[0].isEmpty()) {
                lines.good();
                int user = users.add(ids[0]);
                for (int i = 1; i < ids.length; i++) {
                    rows.add(user, items.add(ids[i]), rows.size());
                }
            }
        });
    }
}
