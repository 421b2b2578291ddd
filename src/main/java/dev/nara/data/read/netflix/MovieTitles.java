package dev.nara.data.read.netflix;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.TextLines;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Lines with the number of a movie, its year (or NULL) and its title, which may contain commas without being quoted. */
final class MovieTitles {
    private final Map<String, String[]> byMovie = new HashMap<>();

    private MovieTitles() {}

    /** The titles in a file; none if there is no file. */
    static MovieTitles of(Optional<DataFile> file) throws DataException {
        MovieTitles titles = new MovieTitles();
        if (file.isPresent()) {
            TextLines.forEach(file.get(), Progress.NONE, (line, number) -> {
                String[] cells = line.split(",", 3);
                if (cells.length == 3) {
                    titles.byMovie.putIfAbsent(cells[0].strip(), new String[] {cells[1].strip(), cells[2].strip()});
                }
            });
        }
        return titles;
    }

    String title(String movie) {
        String[] found = byMovie.get(movie);
        return found == null ? "" : found[1];
    }

    /** The year of a movie, "" if unknown. */
    String year(String movie) {
        String[] found = byMovie.get(movie);
        return found == null || !found[0].matches("\\d{4}") ? "" : found[0];
    }
}
