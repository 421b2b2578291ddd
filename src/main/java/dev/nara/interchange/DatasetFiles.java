package dev.nara.interchange;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A prepared dataset as files for other programs, with or without a split. Each file is written whole or not at all. */
public final class DatasetFiles {
    /** The formats there are. */
    public static final List<String> FORMATS = List.of("ncf", "recbole");

    private DatasetFiles() {}

    /**
     * Makes sure that the dataset can be written there: the folder is not the data's own, holds no files of another export
     * that would be read together with this one, and no id contains what separates cells.
     *
     * @param format one of {@link #FORMATS}
     */
    public static void check(Path folder, Dataset dataset, String format, boolean cut) throws DataException {
        TabbedFiles files = new TabbedFiles(folder, dataset.name());
        List<String> others = format.equals("ncf")
                ? cut ? List.of() : List.of(NcfFiles.TEST_RATING, NcfFiles.TEST_NEGATIVE)
                : cut
                        ? List.of(RecBoleFiles.INTER)
                        : List.of(RecBoleFiles.TRAIN_INTER, RecBoleFiles.VALID_INTER, RecBoleFiles.TEST_INTER);
        Path target = folder.toAbsolutePath().normalize();
        boolean own = target.equals(dataset.path().toAbsolutePath().normalize());
        if (own || others.stream().anyMatch(o -> Files.exists(files.path(o)))) {
            throw new DataException(folder, Text.of("export.folder"), Text.of("export.folder.remedy"));
        }
        String forbidden = format.equals("ncf") ? ".*[\\t\\n\\r,()].*" : ".*[\\t\\n\\r].*";
        Pattern wrong = Pattern.compile(forbidden, Pattern.DOTALL);
        for (IdIndex ids : List.of(dataset.users(), dataset.items())) {
            for (int i = 0; i < ids.size(); i++) {
                if (wrong.matcher(ids.id(i)).matches()) {
                    throw new DataException(
                            Text.of("export.id", ids.id(i).strip(), format), Text.of("export.id.remedy"));
                }
            }
        }
    }

    /**
     * Writes NAME.train.rating, and with a split NAME.test.rating and, if it has negatives, NAME.test.negative, as the
     * NCF paper has them. The third column is the rating, 1 where there is none, the fourth the seconds since 1970, or
     * what else orders a user's rows.
     */
    public static void ncf(Path folder, Dataset dataset, @Nullable Split split) throws IOException {
        new NcfFiles(new TabbedFiles(folder, dataset.name()), dataset, split).write();
    }

    /**
     * Writes NAME.inter, or with a split NAME.train.inter and NAME.test.inter, and NAME.user and NAME.item where there
     * are attributes, as RecBole's atomic files. Times are seconds since 1970; rows to find are written once a pair, at the
     * time of the user's last row.
     */
    public static void recBole(Path folder, Dataset dataset, @Nullable Split split) throws IOException {
        new RecBoleFiles(new TabbedFiles(folder, dataset.name()), dataset, split).write();
    }
}
