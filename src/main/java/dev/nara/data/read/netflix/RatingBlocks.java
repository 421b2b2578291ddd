package dev.nara.data.read.netflix;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.LineReader;
import dev.nara.data.read.file.TextLines;
import dev.nara.data.read.table.RowsTable;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;

/** The ratings of all movies as rows of movie, user, rating and date, with the movie's title and year if known. */
final class RatingBlocks extends RowsTable {
    private static final int CELLS = 3;

    private final List<DataFile> files;
    private final MovieTitles titles;

    RatingBlocks(Path path, List<DataFile> files, MovieTitles titles) {
        super(path, List.of("movie", "user", "rating", "date", "title", "year"), true);
        this.files = files;
        this.titles = titles;
    }

    /** Whether a line is the number of a movie, which is followed by its ratings. */
    static boolean opens(String line) {
        String bare = line.strip();
        int digits = bare.length() - 1;
        return digits > 0
                && digits < 19
                && bare.charAt(digits) == ':'
                && bare.chars().limit(digits).allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    protected void rows(Progress progress, Taking taking) throws DataException {
        for (DataFile file : files) {
            if (!rows(file, progress, taking)) {
                return;
            }
        }
    }

    private boolean rows(DataFile file, Progress progress, Taking taking) throws DataException {
        String movie = "";
        try (LineReader lines = new LineReader(file, progress)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (opens(line)) {
                    movie = line.strip();
                    movie = movie.substring(0, movie.length() - 1);
                } else if (!line.isBlank()) {
                    String[] cells = line.split(",", -1);
                    if (cells.length != CELLS || movie.isEmpty()) {
                        taking.broken(
                                new DataException(
                                        file.shown(),
                                        lines.number(),
                                        Text.of("data.netflix.line", TextLines.shortened(line)),
                                        Text.of("data.netflix.line.remedy")),
                                line);
                        continue;
                    }
                    boolean more = taking.row(
                            lines.number(),
                            movie,
                            cells[0],
                            cells[1],
                            cells[2],
                            titles.title(movie),
                            titles.year(movie));
                    if (!more) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
