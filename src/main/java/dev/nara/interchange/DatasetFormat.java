package dev.nara.interchange;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A format in which a prepared dataset is written for other programs, with or without a split, each file completely or not at all. A new
 * one is one entry here.
 */
public enum DatasetFormat {
    /**
     * NAME.train.rating, and with a split NAME.test.rating and, if it has negatives, NAME.test.negative, as the NCF paper has them. The
     * third column is the rating, 1 if there is none; the fourth is seconds since 1970, or else numbers that order a user's rows.
     */
    NCF("[\\t\\n\\r,()]") {
        @Override
        List<String> endings(boolean withSplit) {
            return withSplit
                    ? List.of(NcfFiles.TRAIN_RATING, NcfFiles.TEST_RATING, NcfFiles.TEST_NEGATIVE)
                    : List.of(NcfFiles.TRAIN_RATING);
        }

        @Override
        void write(TabbedFiles files, Dataset dataset, @Nullable Split split) throws IOException {
            new NcfFiles(files, dataset, split).write();
        }

        @Override
        public Optional<Text> loss(Dataset dataset) {
            long rows = NcfFiles.cutTimes(dataset);
            return rows == 0 ? Optional.empty() : Optional.of(Text.of("export.seconds", rows));
        }
    },
    /**
     * NAME.inter, or with a split NAME.train.inter, NAME.valid.inter if there is a validation part, and NAME.test.inter, and NAME.user and
     * NAME.item if there are attributes, as RecBole's atomic files. Times are seconds since 1970; held-out pairs are written once, with
     * their last row, or, if the log has none, with the time of the user's last row.
     */
    RECBOLE("[\\t\\n\\r]") {
        @Override
        List<String> endings(boolean withSplit) {
            return withSplit
                    ? List.of(RecBoleFiles.TRAIN_INTER, RecBoleFiles.VALID_INTER, RecBoleFiles.TEST_INTER)
                    : List.of(RecBoleFiles.INTER);
        }

        @Override
        void write(TabbedFiles files, Dataset dataset, @Nullable Split split) throws IOException {
            new RecBoleFiles(files, dataset, split).write();
        }
    },
    /**
     * train.txt, and with a split valid.txt, if there is a validation part, and test.txt: one line per user with its distinct items, by
     * index; user_list.txt and item_list.txt map indices to ids, as in LightGCN's code.
     */
    LIGHTGCN("[ \\t\\n\\r]") {
        @Override
        List<String> endings(boolean withSplit) {
            return withSplit
                    ? List.of(LightGcnFiles.TRAIN, LightGcnFiles.VALID, LightGcnFiles.TEST)
                    : List.of(LightGcnFiles.TRAIN);
        }

        @Override
        String prefix(Dataset dataset) {
            return "";
        }

        @Override
        void write(TabbedFiles files, Dataset dataset, @Nullable Split split) throws IOException {
            new LightGcnFiles(files, dataset, split).write();
        }
    },
    /**
     * NAME.parquet, or with a split NAME.train.parquet and NAME.test.parquet, and NAME.users.parquet and NAME.items.parquet if there are
     * attributes. Held-out pairs are written as in RecBole's format.
     */
    PARQUET("(?!)") {
        @Override
        List<String> endings(boolean withSplit) {
            return withSplit ? List.of(ParquetDataFiles.TRAIN, ParquetDataFiles.TEST) : List.of(ParquetDataFiles.LOG);
        }

        @Override
        void write(TabbedFiles files, Dataset dataset, @Nullable Split split) throws IOException {
            new ParquetDataFiles(files, dataset, split).write();
        }
    };

    private final Pattern forbidden;

    /** {@code forbidden} lists what ids must not contain. */
    DatasetFormat(String forbidden) {
        this.forbidden = Pattern.compile(forbidden);
    }

    /** The suffixes of files that readers recognise as a dataset with or without a split. */
    abstract List<String> endings(boolean withSplit);

    /** The prefix of all file names. */
    String prefix(Dataset dataset) {
        return dataset.name();
    }

    abstract void write(TabbedFiles files, Dataset dataset, @Nullable Split split) throws IOException;

    /** A message on what the format cannot store of the dataset; empty if nothing. */
    public Optional<Text> loss(Dataset dataset) {
        return Optional.empty();
    }

    /** The name, as in {@code --as}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format with a name.
     *
     * @throws DataException if there is none
     */
    public static DatasetFormat of(String id) throws DataException {
        for (DatasetFormat format : values()) {
            if (format.id().equals(id)) {
                return format;
            }
        }
        throw new DataException(Text.of("export.format", id), Text.of("export.format.remedy", ids()));
    }

    /** The names of all, separated by commas. */
    public static String ids() {
        return Arrays.stream(values()).map(DatasetFormat::id).collect(Collectors.joining(", "));
    }

    /**
     * Checks that the dataset can be written to a folder: it is not the data's own folder, it has no files of another export that readers
     * would mix with this one, and no id contains a cell separator.
     */
    public void check(Path folder, Dataset dataset, @Nullable Split split) throws DataException {
        TabbedFiles files = new TabbedFiles(folder, prefix(dataset));
        Set<String> written = new HashSet<>(endings(split != null));
        if (split != null && split.validation().isEmpty()) {
            written.removeIf(name -> name.contains("valid."));
        }
        boolean others = Stream.of(true, false)
                .flatMap(withSplit -> endings(withSplit).stream())
                .anyMatch(name -> !written.contains(name) && Files.exists(files.path(name)));
        Path target = folder.toAbsolutePath().normalize();
        if (others || target.equals(dataset.path().toAbsolutePath().normalize())) {
            throw new DataException(folder, Text.of("export.folder"), Text.of("export.folder.remedy"));
        }
        for (IdIndex ids : List.of(dataset.users(), dataset.items())) {
            for (int i = 0; i < ids.size(); i++) {
                if (forbidden.matcher(ids.id(i)).find()) {
                    throw new DataException(Text.of("export.id", ids.id(i).strip(), id()), Text.of("export.id.remedy"));
                }
            }
        }
    }

    /** Writes the dataset into a folder. */
    public void write(Path folder, Dataset dataset, @Nullable Split split) throws IOException {
        write(new TabbedFiles(folder, prefix(dataset)), dataset, split);
    }
}
