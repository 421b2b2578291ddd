package dev.nara.data.read.netflix;

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
 * Reads the ratings of the Netflix Prize, from one file or all {@code combined_data_N.txt} or {@code mv_N.txt} of a folder. Each movie has
 * a line with its number and a colon, followed by a line with user, rating and date per rating. {@code movie_titles.csv} has titles and
 * years.
 */
public final class NetflixReader extends TableReader {
    @Override
    public String format() {
        return "netflix";
    }

    @Override
    protected Optional<ColumnRoles> known(DataFiles files) {
        List<String> ofItems = titles(files).isPresent() ? List.of("title", "year") : List.of();
        return Optional.of(new ColumnRoles("", false, "user", "movie", "date", List.of("rating"), List.of(), ofItems));
    }

    @Override
    public Optional<Table> table(DataFiles files, Written written) throws DataException {
        List<DataFile> logs = logs(files);
        if (logs.isEmpty() || !inBlocks(logs.get(0))) {
            return Optional.empty();
        }
        return Optional.of(new RatingBlocks(files.path(), logs, MovieTitles.of(titles(files))));
    }

    private static boolean inBlocks(DataFile file) throws DataException {
        List<String> head = TextLines.head(file, 2);
        return head.size() == 2
                && RatingBlocks.opens(head.get(0))
                && head.get(1).matches("\\d{1,18},[^,:]{1,20},[^,]{8,30}");
    }

    private static List<DataFile> logs(DataFiles files) {
        if (files.chosen().isPresent()) {
            return List.of(files.chosen().get());
        }
        return files.all().stream()
                .filter(file -> file.name().matches("(?i)(combined_data|mv)_\\d+\\.txt"))
                .toList();
    }

    private static Optional<DataFile> titles(DataFiles files) {
        return Stream.of("movie_titles.csv", "movie_titles.txt")
                .flatMap(name -> files.find(name).stream())
                .findFirst();
    }

    @Override
    protected List<DataFile> read(DataFiles files) {
        return Stream.concat(logs(files).stream(), titles(files).stream()).toList();
    }
}
