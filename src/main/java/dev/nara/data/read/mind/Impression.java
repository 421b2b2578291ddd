package dev.nara.data.read.mind;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of {@code behaviors.tsv}.
 *
 * @param user the user who saw it
 * @param time the time of the impression; in the file, the month is before the day
 * @param history the news the user had clicked before, the same in all lines of the user
 * @param clicked the news that was shown and clicked
 */
record Impression(String user, LocalDateTime time, List<String> history, List<String> clicked) {
    private static final int CELLS = 5;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("M/d/uuuu h:mm:ss a")
            .toFormatter(Locale.ENGLISH);

    /** Copies the lists. */
    Impression {
        history = List.copyOf(history);
        clicked = List.copyOf(clicked);
    }

    /** Whether a line is an impression. */
    static boolean looksLike(String line) {
        return of(line).isPresent();
    }

    /** The content of the line; empty if it is not an impression. */
    static Optional<Impression> of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS || cells[1].isBlank()) {
            return Optional.empty();
        }
        try {
            List<String> shown = words(cells[4]);
            List<String> clicked = shown.stream()
                    .filter(news -> news.endsWith("-1"))
                    .map(news -> news.substring(0, news.length() - 2))
                    .filter(news -> !news.isEmpty())
                    .toList();
            return Optional.of(new Impression(
                    cells[1].strip(), LocalDateTime.parse(cells[2].strip(), TIME), words(cells[3]), clicked));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
