package dev.nara.interchange;

import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.split.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files of the NCF paper, see {@link DatasetFormat#NCF}. */
final class NcfFiles {
    static final String TEST_RATING = ".test.rating";
    static final String TEST_NEGATIVE = ".test.negative";
    static final String TRAIN_RATING = ".train.rating";

    private final TabbedFiles files;
    private final Dataset dataset;
    private final @Nullable Split split;

    NcfFiles(TabbedFiles files, Dataset dataset, @Nullable Split split) {
        this.files = files;
        this.dataset = dataset;
        this.split = split;
    }

    void write() throws IOException {
        Interactions rows = split == null ? dataset.interactions() : split.train();
        files.write(TRAIN_RATING, out -> {
            for (int u = 0; u < rows.users(); u++) {
                for (int r = rows.start(u); r < rows.end(u); r++) {
                    float rating = rows.number("rating", r);
                    TabbedFiles.line(
                            out,
                            List.of(
                                    user(u),
                                    item(rows.item(r)),
                                    Float.isNaN(rating) ? "1" : TabbedFiles.plain(rating),
                                    Long.toString(wholeSeconds(rows.time(r)))));
                }
            }
        });
        if (split == null) {
            return;
        }
        Split cut = split;
        files.write(TEST_RATING, out -> {
            for (int u = 0; u < rows.users(); u++) {
                // Readers of this format do not know users without training rows.
                for (int item : rows.count(u) == 0 ? new int[0] : cut.truth(u)) {
                    TabbedFiles.line(out, List.of(user(u), item(item), "1", "0"));
                }
            }
        });
        if (cut.hasNegatives()) {
            files.write(TEST_NEGATIVE, out -> {
                for (int u = 0; u < rows.users(); u++) {
                    for (int item : rows.count(u) == 0 ? new int[0] : cut.truth(u)) {
                        List<String> cells = new ArrayList<>(List.of("(" + user(u) + "," + item(item) + ")"));
                        Arrays.stream(cut.negatives(u)).forEach(n -> cells.add(item(n)));
                        TabbedFiles.line(out, cells);
                    }
                }
            });
        }
    }

    private String user(int index) {
        return dataset.users().id(index);
    }

    private String item(int index) {
        return dataset.items().id(index);
    }

    /** The number of rows with fractions of a second, which the format omits. */
    static long cutTimes(Dataset dataset) {
        Interactions rows = dataset.interactions();
        return dataset.clock()
                ? IntStream.range(0, rows.size())
                        .filter(r -> rows.time(r) % LogTime.SECOND != 0)
                        .count()
                : 0;
    }

    /** Sorting is stable: rows of the same second keep their order. */
    private long wholeSeconds(long time) {
        return dataset.clock() ? Math.floorDiv(time, LogTime.SECOND) : time;
    }
}
