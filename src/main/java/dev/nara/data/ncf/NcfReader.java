package dev.nara.data.ncf;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.DatasetReader;
import dev.nara.data.DelimitedFile;
import dev.nara.data.GivenTest;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.Progress;
import dev.nara.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of the NCF paper (He et al. 2017): NAME.train.rating, and beside it NAME.test.rating and
 * NAME.test.negative when they are there. A positive that stands among its own negatives is dropped there.
 */
public final class NcfReader implements DatasetReader {
    private static final String TRAIN = ".train.rating";

    @Override
    public String format() {
        return "ncf";
    }

    @Override
    public boolean recognises(Path path) {
        return !trainFiles(path).isEmpty();
    }

    @Override
    public Dataset read(Path path, Progress progress) throws DataException {
        List<Path> found = trainFiles(path);
        if (found.size() != 1) {
            throw new DataException(path, Text.of("data.ncf.train", found.size()), Text.of("data.ncf.train.remedy"));
        }
        Path train = found.get(0);
        String name = train.getFileName().toString().replace(TRAIN, "");
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        InteractionsBuilder rows = new InteractionsBuilder();
        DelimitedFile.withoutHeader(train, '\t', "user", "item", "rating", "time")
                .forEach(
                        progress,
                        row -> rows.add(users.add(row.required(0)), items.add(row.required(1)), row.wholeNumber(3)));
        GivenTest given = test(train.resolveSibling(name + ".test.rating"), users, items);
        return new Dataset(
                name,
                format(),
                path,
                users,
                items,
                rows.build(users.size(), items.size()),
                false,
                Attributes.none(),
                Attributes.none(),
                given,
                List.of(),
                List.of());
    }

    private static @Nullable GivenTest test(Path file, IdIndex users, IdIndex items) throws DataException {
        if (!Files.exists(file)) {
            return null;
        }
        int[][] heldOut = {new int[users.size()]};
        Arrays.fill(heldOut[0], -1);
        DelimitedFile.withoutHeader(file, '\t', "user", "item").forEach(Progress.NONE, row -> {
            int user = users.indexOf(row.required(0));
            if (user < 0) {
                throw row.wrong(0, "data.user.unknown");
            }
            heldOut[0][user] = items.add(row.required(1));
        });
        int[][] negatives = new int[users.size()][0];
        Path negativeFile = file.resolveSibling(file.getFileName().toString().replace(".rating", ".negative"));
        if (Files.exists(negativeFile)) {
            negatives(negativeFile, users, items, heldOut[0], negatives);
        }
        return new GivenTest(heldOut[0], negatives);
    }

    /** Lines are (user,item) TAB negative TAB negative …, of any length. */
    private static void negatives(Path file, IdIndex users, IdIndex items, int[] heldOut, int[][] negatives)
            throws DataException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                String pair = cells[0].strip();
                int comma = pair.indexOf(',');
                int user = comma > 1 && pair.startsWith("(") ? users.indexOf(pair.substring(1, comma)) : -1;
                if (user < 0) {
                    throw new DataException(
                            file, number, Text.of("data.ncf.negative", pair), Text.of("data.ncf.negative.remedy"));
                }
                List<Integer> list = new ArrayList<>();
                for (int c = 1; c < cells.length; c++) {
                    String id = cells[c].strip();
                    int item = id.isEmpty() ? heldOut[user] : items.add(id);
                    if (item != heldOut[user]) {
                        list.add(item);
                    }
                }
                negatives[user] = list.stream().mapToInt(Integer::intValue).toArray();
            }
        } catch (IOException e) {
            throw new DataException(
                    file,
                    Text.of("data.file.unreadable", String.valueOf(e.getMessage())),
                    Text.of("data.file.unreadable.remedy"));
        }
    }

    /** The train files a path means: itself, its siblings by name, or those in the folder. */
    private static List<Path> trainFiles(Path path) {
        if (Files.isRegularFile(path)) {
            String name = path.getFileName().toString();
            int cut = Math.max(name.indexOf(".train."), name.indexOf(".test."));
            Path train = cut < 0 ? path : path.resolveSibling(name.substring(0, cut) + TRAIN);
            return cut >= 0 && Files.isRegularFile(train) ? List.of(train) : List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(f -> f.getFileName().toString().endsWith(TRAIN))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
