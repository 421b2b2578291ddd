package dev.nara.data.read.mind;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.roles.TableReader;
import dev.nara.data.read.table.Table;
import dev.nara.data.read.table.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads MIND (Wu et al. 2020): {@code behaviors.tsv}, whose lines have the number of an impression, the user, the time, the news the user
 * clicked before, and the news that was shown, with {@code -1} after news that was clicked. {@code news.tsv} has titles and categories.
 */
public final class MindReader extends TableReader {
    private static final String LOG = "behaviors.tsv";
    private static final String NEWS = "news.tsv";
    private static final int GLANCE = 20;

    @Override
    public String format() {
        return "mind";
    }

    @Override
    protected Optional<ColumnRoles> known(DataFiles files) {
        List<String> ofItems = files.find(NEWS).isPresent() ? List.of("title", "category", "subcategory") : List.of();
        return Optional.of(new ColumnRoles("", false, "user", "news", "time", List.of(), List.of(), ofItems));
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        Optional<DataFile> log = log(files);
        if (log.isEmpty()) {
            return Optional.empty();
        }
        List<String> head = TextLines.head(log.get(), GLANCE);
        if (head.isEmpty() || !head.stream().allMatch(Impression::looksLike)) {
            return Optional.empty();
        }
        return Optional.of(new Clicks(log.get(), NewsFile.of(files.find(NEWS))));
    }

    private static Optional<DataFile> log(DataFiles files) {
        return files.chosen().isPresent() ? files.chosen() : files.find(LOG);
    }

    @Override
    protected List<DataFile> read(DataFiles files) {
        return Stream.concat(log(files).stream(), files.find(NEWS).stream()).toList();
    }
}
