package dev.nara.interchange;

import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.split.Split;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files of LightGCN's code, see {@link DatasetFormat#LIGHTGCN}. Users without items have no line. */
final class LightGcnFiles {
    static final String TRAIN = "train.txt";
    static final String VALID = "valid.txt";
    static final String TEST = "test.txt";

    private final TabbedFiles files;
    private final Dataset dataset;
    private final @Nullable Split split;

    LightGcnFiles(TabbedFiles files, Dataset dataset, @Nullable Split split) {
        this.files = files;
        this.dataset = dataset;
        this.split = split;
    }

    void write() throws IOException {
        if (split == null) {
            items(TRAIN, user -> distinct(dataset.interactions(), user));
        } else {
            Split cut = split;
            Optional<Split> valid = cut.validation();
            Interactions learnt = valid.map(Split::train).orElse(cut.train());
            items(TRAIN, user -> distinct(learnt, user));
            if (valid.isPresent()) {
                items(VALID, user -> valid.get().truth(user));
            }
            items(TEST, cut::truth);
        }
        ids("user_list.txt", dataset.users());
        ids("item_list.txt", dataset.items());
    }

    /** A user's items in the order of their first rows. */
    private static int[] distinct(Interactions rows, int user) {
        return IntStream.range(rows.start(user), rows.end(user))
                .map(rows::item)
                .distinct()
                .toArray();
    }

    private void items(String name, IntFunction<int[]> of) throws IOException {
        files.write(name, out -> {
            for (int u = 0; u < dataset.users().size(); u++) {
                int[] items = of.apply(u);
                if (items.length > 0) {
                    out.write(u + " "
                            + Arrays.stream(items).mapToObj(Integer::toString).collect(Collectors.joining(" "))
                            + "\n");
                }
            }
        });
    }

    private void ids(String name, IdIndex ids) throws IOException {
        files.write(name, out -> {
            out.write("org_id remap_id\n");
            for (int i = 0; i < ids.size(); i++) {
                out.write(ids.id(i) + " " + i + "\n");
            }
        });
    }
}
