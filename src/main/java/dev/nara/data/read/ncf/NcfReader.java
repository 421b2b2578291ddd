package dev.nara.data.read.ncf;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.GivenTest;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.LogCalendar;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.time.TimeColumn;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of the NCF paper (He et al. 2017): NAME.train.rating, and beside it NAME.test.rating and
 * NAME.test.negative when they are there. A positive that stands among its own negatives is dropped there.
 */
public final class NcfReader implements DatasetReader {
    private static final String TRAIN = ".train.rating";
    private static final int SAMPLE = 100;

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
        List<DataFile> found = trainFiles(files);
        if (found.size() != 1) {
            throw new DataException(
                    files.path(), Text.of("data.ncf.train", found.size()), Text.of("data.ncf.train.remedy"));
        }
        DataFile train = found.get(0);
        String name = train.name().replace(TRAIN, "");
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        DelimitedFile table = DelimitedFile.withoutHeader(train, "\t", "user", "item", "rating", "time");
        TimeColumn times = times(table, recipe.timeSettings());
        table.forEach(progress, row -> {
            long time = times == null ? row.wholeNumber(3) : times.read(row);
            rows.add(users.add(row.required(0)), items.add(row.required(1)), time, (float) row.number(2));
        });
        GivenTest given = test(files, name, users, items);
        return new Dataset(
                new Dataset.Source(
                        files.path(),
                        name,
                        format(),
                        files.encodings(),
                        times == null ? LogCalendar.ORDER : times.calendar(),
                        List.of()),
                users,
                items,
                rows.build(users.size(), items.size()),
                Attributes.none(),
                Attributes.none(),
                Dataset.Task.of(given));
    }

    /** Null where the last column holds whole numbers, of which the paper says nothing but that they order rows. */
    private static @Nullable TimeColumn times(DelimitedFile table, TimeSettings settings) throws DataException {
        boolean whole = table.cells(3, SAMPLE).stream().allMatch(cell -> cell.matches("-?\\d{1,18}"));
        return whole && settings.format().isEmpty() ? null : TimeColumn.of(table, 3, settings);
    }

    private static @Nullable GivenTest test(DataFiles files, String name, IdIndex users, IdIndex items)
            throws DataException {
        Optional<DataFile> file = files.find(name + ".test.rating");
        if (file.isEmpty()) {
            return null;
        }
        InteractionsBuilder rows = new InteractionsBuilder("rating");
        boolean rated = DelimitedFile.withHeader(file.get(), "\t").header().size() > 2;
        String[] columns = rated ? new String[] {"user", "item", "rating"} : new String[] {"user", "item"};
        DelimitedFile.withoutHeader(file.get(), "\t", columns).forEach(Progress.NONE, row -> {
            int user = users.indexOf(row.required(0));
            if (user < 0) {
                throw row.wrong(0, "data.user.unknown");
            }
            rows.add(user, items.add(row.required(1)), rows.size(), rated ? (float) row.number(2) : Float.NaN);
        });
        int[][] heldOut = rows.build(users.size(), items.size()).distinctItems();
        int[][] negatives = new int[users.size()][0];
        Optional<DataFile> negativeFile = files.find(name + ".test.negative");
        if (negativeFile.isPresent()) {
            negatives(negativeFile.get(), users, items, heldOut, negatives);
        }
        return new GivenTest(rows.build(users.size(), items.size()), negatives);
    }

    /** Lines are (user,item) TAB negative TAB negative …, of any length. */
    private static void negatives(DataFile file, IdIndex users, IdIndex items, int[][] heldOut, int[][] negatives)
            throws DataException {
        TextLines.forEach(file, Progress.NONE, (line, number) -> {
            if (line.isBlank()) {
                return;
            }
            String[] cells = line.split("\t", -1);
            String pair = cells[0].strip();
            int comma = pair.indexOf(',');
            int user = comma > 1 && pair.startsWith("(") ? users.indexOf(pair.substring(1, comma)) : -1;
            if (user < 0) {
                throw new DataException(
                        file.shown(),
                        number,
                        Text.of("data.ncf.negative", TextLines.shortened(pair)),
                        Text.of("data.ncf.negative.remedy"));
            }
            String held = pair.endsWith(")") ? pair.substring(comma + 1, pair.length() - 1) : "";
            if (Arrays.binarySearch(heldOut[user], items.indexOf(held)) < 0) {
                throw new DataException(
                        file.shown(),
                        number,
                        Text.of("data.ncf.held", TextLines.shortened(pair)),
                        Text.of("data.ncf.held.remedy"));
            }
            List<Integer> list = new ArrayList<>();
            for (int c = 1; c < cells.length; c++) {
                String id = cells[c].strip();
                int item = id.isEmpty() ? -1 : items.add(id);
                if (item >= 0 && Arrays.binarySearch(heldOut[user], item) < 0) {
                    list.add(item);
                }
            }
            // A user with several items to find has a line for each; the lines of one user say the same.
            negatives[user] = list.stream().mapToInt(Integer::intValue).toArray();
        });
    }

    /** The train files a path means: the one of that name, or all in the folder. */
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
